-- Limits are counted by our own statement (lib/auth/limits.ts), which guards server actions too; the library's table
-- was never written to.
DROP TABLE "RateLimit";

-- CreateTable
CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);
