-- A way in that opens once: for the first admin, for who is invited, for who forgot the password. Only the hash of what
-- the address carries stands here.
CREATE TABLE "OneTimeLink" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OneTimeLink_purpose_check" CHECK ("purpose" IN ('admin', 'invite', 'reset')),
    -- Whoever comes by an admin's link has no account yet; the others are somebody's.
    CONSTRAINT "OneTimeLink_userId_check" CHECK (("purpose" = 'admin') = ("userId" IS NULL))
);

CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");
