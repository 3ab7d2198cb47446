-- A picture on its way in: its bytes lie beside the archive until they are whole and were looked at (lib/media/uploads.ts).
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "pictureId" INTEGER,
    "refusal" TEXT,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Upload_bytes_check" CHECK ("bytes" > 0),
    CONSTRAINT "Upload_outcome_check" CHECK ("pictureId" IS NULL OR "refusal" IS NULL),
    CONSTRAINT "Upload_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Upload_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Image"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Upload_ownerId_createdAt_idx" ON "Upload"("ownerId", "createdAt");
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");
CREATE INDEX "Upload_pictureId_idx" ON "Upload"("pictureId");
