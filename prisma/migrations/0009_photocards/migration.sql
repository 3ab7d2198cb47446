-- A picture made of what a story says, for others' walls. Its code (lib/document/verify-address.ts) is all that anybody
-- needs to ask whether the paper made it; what it says never changes afterwards.
CREATE TABLE "Photocard" (
    "code" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,
    "size" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "headline" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "storyAt" TIMESTAMPTZ(3) NOT NULL,
    "imageId" INTEGER,
    "key" TEXT NOT NULL,
    "madeById" TEXT,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Photocard_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "Photocard_code_check" CHECK ("code" ~ '^[23456789cdfhjkmnpqrtvwxy]{12}$'),
    CONSTRAINT "Photocard_size_check" CHECK ("size" IN ('square', 'portrait')),
    CONSTRAINT "Photocard_words_check" CHECK (COALESCE("words" ->> 'template', '') IN ('headline', 'quote', 'number')),
    CONSTRAINT "Photocard_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Photocard_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Photocard_key_key" ON "Photocard"("key");
CREATE INDEX "Photocard_articleId_madeAt_idx" ON "Photocard"("articleId", "madeAt" DESC);
CREATE INDEX "Photocard_imageId_idx" ON "Photocard"("imageId");
