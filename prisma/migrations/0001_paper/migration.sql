-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('draft', 'inReview', 'scheduled', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "ContributorKind" AS ENUM ('person', 'desk');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('update', 'correction');

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "headline" TEXT NOT NULL,
    "kicker" TEXT,
    "standfirst" TEXT,
    "dateline" TEXT,
    "body" JSONB NOT NULL,
    "wordCount" INTEGER NOT NULL DEFAULT 0,
    "isHeadlineOnly" BOOLEAN NOT NULL DEFAULT false,
    "status" "ArticleStatus" NOT NULL DEFAULT 'draft',
    "publishAt" TIMESTAMPTZ(3),
    "embargoUntil" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "notedChangeAt" TIMESTAMPTZ(3),
    "publicAt" TIMESTAMPTZ(3) GENERATED ALWAYS AS (
        CASE WHEN "status" IN ('scheduled', 'published') THEN GREATEST("publishAt", "embargoUntil") END
    ) STORED,
    "categoryId" INTEGER NOT NULL,
    "leadImageId" INTEGER,
    "sourceId" INTEGER,
    "importKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Byline" (
    "articleId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "contributorId" INTEGER NOT NULL,
    "publicAt" TIMESTAMPTZ(3),

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("articleId","position")
);

-- CreateTable
CREATE TABLE "Contributor" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ContributorKind" NOT NULL,
    "bio" TEXT,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "parentId" INTEGER,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "publicAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId","topicId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "caption" TEXT,
    "credit" TEXT,
    "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelatedStory" (
    "articleId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "relatedId" INTEGER NOT NULL,

    CONSTRAINT "RelatedStory_pkey" PRIMARY KEY ("articleId","position")
);

-- CreateTable
CREATE TABLE "Redirect" (
    "id" SERIAL NOT NULL,
    "fromPath" TEXT NOT NULL,
    "toPath" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrontPin" (
    "position" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "FrontPin_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "ListPage" (
    "list" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publicAt" TIMESTAMPTZ(3) NOT NULL,
    "id" INTEGER NOT NULL,

    CONSTRAINT "ListPage_pkey" PRIMARY KEY ("list","number")
);

-- CreateTable
CREATE TABLE "Page" (
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Page_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "editor" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "hijriOffsets" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TagTime" (
    "tag" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TagTime_pkey" PRIMARY KEY ("tag")
);

-- CreateIndex
CREATE UNIQUE INDEX "Article_importKey_key" ON "Article"("importKey");

-- CreateIndex
CREATE INDEX "Article_category_public_idx" ON "Article"("categoryId", "publicAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_public_idx" ON "Article"("publicAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_leadImageId_idx" ON "Article"("leadImageId");

-- CreateIndex
CREATE INDEX "Article_sourceId_idx" ON "Article"("sourceId");

-- CreateIndex
CREATE INDEX "Byline_contributor_public_idx" ON "Byline"("contributorId", "publicAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Byline_articleId_contributorId_key" ON "Byline"("articleId", "contributorId");

-- CreateIndex
CREATE UNIQUE INDEX "Contributor_slug_key" ON "Contributor"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Contributor_name_kind_key" ON "Contributor"("name", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE INDEX "Category_parentId_position_idx" ON "Category"("parentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Category_parentId_name_key" ON "Category"("parentId", "name") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_name_key" ON "Topic"("name");

-- CreateIndex
CREATE INDEX "ArticleTopic_topic_public_idx" ON "ArticleTopic"("topicId", "publicAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Source_name_key" ON "Source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Image_hash_key" ON "Image"("hash");

-- CreateIndex
CREATE INDEX "Correction_articleId_at_idx" ON "Correction"("articleId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_articleId_number_key" ON "Revision"("articleId", "number");

-- CreateIndex
CREATE INDEX "RelatedStory_relatedId_idx" ON "RelatedStory"("relatedId");

-- CreateIndex
CREATE UNIQUE INDEX "RelatedStory_articleId_relatedId_key" ON "RelatedStory"("articleId", "relatedId");

-- CreateIndex
CREATE UNIQUE INDEX "Redirect_fromPath_key" ON "Redirect"("fromPath");

-- CreateIndex
CREATE UNIQUE INDEX "FrontPin_articleId_key" ON "FrontPin"("articleId");

-- CreateIndex
CREATE INDEX "TagTime_at_idx" ON "TagTime"("at");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_leadImageId_fkey" FOREIGN KEY ("leadImageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_contributorId_fkey" FOREIGN KEY ("contributorId") REFERENCES "Contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedStory" ADD CONSTRAINT "RelatedStory_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedStory" ADD CONSTRAINT "RelatedStory_relatedId_fkey" FOREIGN KEY ("relatedId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontPin" ADD CONSTRAINT "FrontPin_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- From here on by hand: the rules that a bug must not be able to break.

-- Text that readers see is never blank and always NFC (docs/bengali.md).
ALTER TABLE "Article"
    ADD CONSTRAINT "Article_headline_check" CHECK (btrim("headline") <> '' AND "headline" IS NFC NORMALIZED),
    ADD CONSTRAINT "Article_body_check" CHECK (jsonb_typeof("body") = 'array' AND (NOT "isHeadlineOnly" OR "body" = '[]')),
    ADD CONSTRAINT "Article_planned_check" CHECK ("status" NOT IN ('scheduled', 'published') OR "publishAt" IS NOT NULL),
    ADD CONSTRAINT "Article_published_check" CHECK ("status" <> 'published' OR "publishedAt" IS NOT NULL),
    ADD CONSTRAINT "Article_withdrawn_check" CHECK (("status" = 'withdrawn') = ("withdrawnAt" IS NOT NULL)),
    ADD CONSTRAINT "Article_noted_change_check" CHECK ("notedChangeAt" >= "publishedAt"),
    ADD CONSTRAINT "Article_counts_check" CHECK ("wordCount" >= 0 AND "version" > 0);

ALTER TABLE "Category"
    ADD CONSTRAINT "Category_name_check" CHECK (btrim("name") <> '' AND "name" IS NFC NORMALIZED),
    ADD CONSTRAINT "Category_slug_check" CHECK ("slug" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length("slug") <= 60),
    ADD CONSTRAINT "Category_parent_check" CHECK ("parentId" <> "id");
ALTER TABLE "Topic"
    ADD CONSTRAINT "Topic_name_check" CHECK (btrim("name") <> '' AND "name" IS NFC NORMALIZED),
    ADD CONSTRAINT "Topic_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Contributor"
    ADD CONSTRAINT "Contributor_name_check" CHECK (btrim("name") <> '' AND "name" IS NFC NORMALIZED),
    ADD CONSTRAINT "Contributor_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Source"
    ADD CONSTRAINT "Source_name_check" CHECK (btrim("name") <> '' AND "name" IS NFC NORMALIZED),
    ADD CONSTRAINT "Source_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Page"
    ADD CONSTRAINT "Page_slug_check" CHECK ("slug" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    ADD CONSTRAINT "Page_body_check" CHECK (jsonb_typeof("body") = 'array');

ALTER TABLE "Image"
    ADD CONSTRAINT "Image_size_check" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0),
    ADD CONSTRAINT "Image_focal_check" CHECK ("focalX" BETWEEN 0 AND 1 AND "focalY" BETWEEN 0 AND 1),
    ADD CONSTRAINT "Image_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_position_check" CHECK ("position" >= 0);
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_note_check" CHECK (btrim("note") <> '');
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_number_check" CHECK ("number" > 0);
ALTER TABLE "RelatedStory" ADD CONSTRAINT "RelatedStory_other_check" CHECK ("articleId" <> "relatedId" AND "position" >= 0);
-- "//host" would leave the site.
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_paths_check"
    CHECK ("fromPath" ~ '^/([^/]|$)' AND "toPath" ~ '^/([^/]|$)' AND "fromPath" <> "toPath");
ALTER TABLE "FrontPin" ADD CONSTRAINT "FrontPin_position_check" CHECK ("position" BETWEEN 0 AND 19);
ALTER TABLE "ListPage" ADD CONSTRAINT "ListPage_number_check" CHECK ("number" > 0);
CREATE UNIQUE INDEX "ListPage_bound_key" ON "ListPage" ("list", "publicAt", "id");
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_single_check" CHECK ("id" = 1);

-- Categories and pages share the first part of an address with each other and with what the site needs itself.
CREATE FUNCTION "checkFirstPathPart"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."slug" IN ('latest', 'topic', 'author', 'archive', 'search', 'newsroom', 'api', 'media', 'internal', 'verify', 'feed', 'sitemap', 'page') THEN
        RAISE EXCEPTION 'slug "%" is reserved', NEW."slug" USING ERRCODE = 'check_violation', CONSTRAINT = 'reserved_slug';
    END IF;
    IF TG_TABLE_NAME = 'Category' AND EXISTS (SELECT 1 FROM "Page" WHERE "slug" = NEW."slug")
        OR TG_TABLE_NAME = 'Page' AND EXISTS (SELECT 1 FROM "Category" WHERE "slug" = NEW."slug") THEN
        RAISE EXCEPTION 'slug "%" is taken', NEW."slug" USING ERRCODE = 'unique_violation', CONSTRAINT = 'first_path_part';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "Category_firstPathPart" BEFORE INSERT OR UPDATE OF "slug" ON "Category"
    FOR EACH ROW EXECUTE FUNCTION "checkFirstPathPart"();
CREATE TRIGGER "Page_firstPathPart" BEFORE INSERT OR UPDATE OF "slug" ON "Page"
    FOR EACH ROW EXECUTE FUNCTION "checkFirstPathPart"();

-- The categories are a tree: no category stands above itself.
CREATE FUNCTION "checkCategoryTree"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE above AS (
            SELECT "id", "parentId" FROM "Category" WHERE "id" = NEW."parentId"
            UNION
            SELECT c."id", c."parentId" FROM "Category" c JOIN above ON c."id" = above."parentId"
        ) SELECT 1 FROM above WHERE "id" = NEW."id"
    ) THEN
        RAISE EXCEPTION 'category % would stand above itself', NEW."id" USING ERRCODE = 'check_violation', CONSTRAINT = 'category_tree';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "Category_tree" AFTER INSERT OR UPDATE OF "parentId" ON "Category"
    FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION "checkCategoryTree"();

-- Bylines and topics carry their story's publicAt, so that an author's or a topic's page is one index range.
CREATE FUNCTION "copyPublicAt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."publicAt" := (SELECT "publicAt" FROM "Article" WHERE "id" = NEW."articleId");
    RETURN NEW;
END $$;
CREATE TRIGGER "Byline_publicAt" BEFORE INSERT OR UPDATE ON "Byline"
    FOR EACH ROW EXECUTE FUNCTION "copyPublicAt"();
CREATE TRIGGER "ArticleTopic_publicAt" BEFORE INSERT OR UPDATE ON "ArticleTopic"
    FOR EACH ROW EXECUTE FUNCTION "copyPublicAt"();

CREATE FUNCTION "spreadPublicAt"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Byline" SET "publicAt" = NEW."publicAt" WHERE "articleId" = NEW."id";
    UPDATE "ArticleTopic" SET "publicAt" = NEW."publicAt" WHERE "articleId" = NEW."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_publicAt" AFTER UPDATE ON "Article"
    FOR EACH ROW WHEN (OLD."publicAt" IS DISTINCT FROM NEW."publicAt") EXECUTE FUNCTION "spreadPublicAt"();

-- A tag's new time reaches every server that listens at the moment the change itself is committed.
CREATE FUNCTION "announceTagTime"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dainik_tags', json_build_object('tag', NEW."tag", 'at', (extract(epoch FROM NEW."at") * 1000)::bigint)::text);
    RETURN NULL;
END $$;
CREATE TRIGGER "TagTime_announce" AFTER INSERT OR UPDATE ON "TagTime"
    FOR EACH ROW EXECUTE FUNCTION "announceTagTime"();
