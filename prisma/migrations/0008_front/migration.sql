-- CreateTable
CREATE TABLE "FrontBlockPin" (
    "categoryId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "FrontBlockPin_pkey" PRIMARY KEY ("categoryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FrontBlockPin_articleId_key" ON "FrontBlockPin"("articleId");

-- AddForeignKey
ALTER TABLE "FrontBlockPin" ADD CONSTRAINT "FrontBlockPin_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontBlockPin" ADD CONSTRAINT "FrontBlockPin_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
