-- AlterTable
ALTER TABLE "FollowUp" ADD COLUMN "before" JSONB,
ADD COLUMN "after" JSONB;

-- CreateTable
CREATE TABLE "Ping" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "isHanded" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Ping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ping_channel_id_idx" ON "Ping"("channel", "id");
