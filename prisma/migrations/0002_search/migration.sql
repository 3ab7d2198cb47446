-- The words by which readers find stories. They are computed in TypeScript (lib/search/search-words.ts), where the rules
-- of Bengali are; the database only keeps and compares them.

-- Trusted since PostgreSQL 13: the owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "ArticleSearch" (
    "articleId" INTEGER NOT NULL,
    "publicAt" TIMESTAMPTZ(3),
    "headline" TEXT NOT NULL,
    "top" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "ArticleSearch_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "ArticleSearch_public_idx" ON "ArticleSearch"("publicAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleSearch_headline_idx" ON "ArticleSearch" USING GIN ("headline" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ArticleSearch_words_idx" ON "ArticleSearch" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "ArticleSearch" ADD CONSTRAINT "ArticleSearch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand.

-- Every search reads through the words that wait for their place in the index: let them be few (kilobytes).
ALTER INDEX "ArticleSearch_words_idx" SET (gin_pending_list_limit = 512);

-- Both vectors are kept out of the row: of a word that half of all stories hold, the rows are read for their hour alone.
ALTER TABLE "ArticleSearch" SET (toast_tuple_target = 128);
ALTER TABLE "ArticleSearch" ALTER COLUMN "headline" SET STORAGE MAIN;

-- As bylines and topics do, the words carry their story's publicAt.
CREATE TRIGGER "ArticleSearch_publicAt" BEFORE INSERT OR UPDATE ON "ArticleSearch"
    FOR EACH ROW EXECUTE FUNCTION "copyPublicAt"();

CREATE OR REPLACE FUNCTION "spreadPublicAt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Byline" SET "publicAt" = NEW."publicAt" WHERE "articleId" = NEW."id";
    UPDATE "ArticleTopic" SET "publicAt" = NEW."publicAt" WHERE "articleId" = NEW."id";
    UPDATE "ArticleSearch" SET "publicAt" = NEW."publicAt" WHERE "articleId" = NEW."id";
    RETURN NULL;
END $$;
