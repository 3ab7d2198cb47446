-- The archive of pictures, as large as it grows: found by words, and by what is still to be done about them.
ALTER TABLE "Image" ADD COLUMN "words" tsvector;
ALTER TABLE "Image" ADD COLUMN "isUsed" BOOLEAN NOT NULL DEFAULT false;
-- What is not said is null, whoever wrote it.
UPDATE "Image" SET "caption" = NULLIF("caption", ''), "credit" = NULLIF("credit", '') WHERE "caption" = '' OR "credit" = '';
ALTER TABLE "Image" ADD CONSTRAINT "Image_blank_check" CHECK ("caption" <> '' AND "credit" <> '');

CREATE INDEX "Image_words_idx" ON "Image" USING gin ("words");
CREATE INDEX "Image_uploadedById_id_idx" ON "Image"("uploadedById", "id" DESC);
CREATE INDEX "Image_unused_idx" ON "Image"("id" DESC) WHERE NOT "isUsed";
CREATE INDEX "Image_without_credit_idx" ON "Image"("id" DESC) WHERE "credit" IS NULL;
CREATE INDEX "Image_without_alt_idx" ON "Image"("id" DESC) WHERE "alt" = '';

-- Which stories show a picture: as they are ('story'), as somebody is writing them ('copy'), as they once were ('history').
-- A picture that a story shows cannot be taken away under it.
CREATE TABLE "PictureUse" (
    "pictureId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "PictureUse_pkey" PRIMARY KEY ("pictureId", "articleId", "place"),
    CONSTRAINT "PictureUse_place_check" CHECK ("place" IN ('story', 'copy', 'history')),
    CONSTRAINT "PictureUse_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PictureUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PictureUse_articleId_idx" ON "PictureUse"("articleId");

-- Lead picture and pictures between the paragraphs, those of them that the archive has.
CREATE FUNCTION "picturesIn"("body" jsonb, "leadId" integer) RETURNS SETOF integer LANGUAGE sql STABLE AS $$
    SELECT "id" FROM "Image" WHERE "id" IN (
        SELECT "leadId" UNION
        SELECT (jsonb_path_query("body", '$[*] ? (@.kind == "image" && @.imageId > 0 && @.imageId <= 2147483647).imageId'))::int
    ) ORDER BY "id"
$$;

CREATE FUNCTION "keepStoryPictures"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    shown integer[] := ARRAY(SELECT "picturesIn"(NEW."body", NEW."leadImageId"));
BEGIN
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            DELETE FROM "PictureUse"
            WHERE "articleId" = NEW."id" AND "place" = 'story' AND "pictureId" <> ALL (shown)
            RETURNING "pictureId"
        )
        INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
        SELECT "pictureId", NEW."id", 'history' FROM gone ON CONFLICT DO NOTHING;
    END IF;
    INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
    SELECT unnest(shown), NEW."id", 'story' ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_pictures_added" AFTER INSERT ON "Article" FOR EACH ROW
    WHEN (NEW."leadImageId" IS NOT NULL OR jsonb_path_exists(NEW."body", '$[*] ? (@.kind == "image")'))
    EXECUTE FUNCTION "keepStoryPictures"();
CREATE TRIGGER "Article_pictures" AFTER UPDATE OF "body", "leadImageId" ON "Article" FOR EACH ROW
    WHEN (OLD."leadImageId" IS DISTINCT FROM NEW."leadImageId" OR OLD."body" IS DISTINCT FROM NEW."body")
    EXECUTE FUNCTION "keepStoryPictures"();

CREATE FUNCTION "keepCopyPictures"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    shown integer[] := '{}';
BEGIN
    -- A copy that says nothing but what its story says uses nothing of its own.
    IF NEW."isChanged" THEN
        shown := ARRAY(SELECT "picturesIn"(NEW."content" -> 'body', (NEW."content" ->> 'leadImageId')::bigint::int));
    END IF;
    DELETE FROM "PictureUse"
    WHERE "articleId" = NEW."articleId" AND "place" = 'copy' AND "pictureId" <> ALL (shown);
    INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
    SELECT unnest(shown), NEW."articleId", 'copy' ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER "WorkingCopy_pictures" AFTER INSERT OR UPDATE OF "content", "isChanged" ON "WorkingCopy"
    FOR EACH ROW EXECUTE FUNCTION "keepCopyPictures"();

-- Whether anything shows it now, beside the picture itself, so that those that nothing shows are one index range.
CREATE FUNCTION "markUsedPicture"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Image" SET "isUsed" = true WHERE "id" = NEW."pictureId" AND NOT "isUsed";
    RETURN NULL;
END $$;
CREATE TRIGGER "PictureUse_added" AFTER INSERT ON "PictureUse" FOR EACH ROW
    WHEN (NEW."place" <> 'history') EXECUTE FUNCTION "markUsedPicture"();

CREATE FUNCTION "markUnusedPictures"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- In one order, one after another: of two who take away its last two uses the second sees that there is none.
    PERFORM 1 FROM "Image" WHERE "isUsed" AND "id" IN (SELECT "pictureId" FROM gone WHERE "place" <> 'history')
    ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "Image" SET "isUsed" = false
    WHERE "isUsed" AND "id" IN (SELECT "pictureId" FROM gone WHERE "place" <> 'history') AND NOT EXISTS (
        SELECT 1 FROM "PictureUse" WHERE "pictureId" = "Image"."id" AND "place" <> 'history'
    );
    RETURN NULL;
END $$;
CREATE TRIGGER "PictureUse_gone" AFTER DELETE ON "PictureUse" REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION "markUnusedPictures"();

-- What is there already.
INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
SELECT picture, "id", 'story' FROM "Article", LATERAL "picturesIn"("body", "leadImageId") AS picture;
INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
SELECT picture, "articleId", 'copy' FROM "WorkingCopy",
    LATERAL "picturesIn"("content" -> 'body', ("content" ->> 'leadImageId')::bigint::int) AS picture
WHERE "isChanged";
INSERT INTO "PictureUse" ("pictureId", "articleId", "place")
SELECT DISTINCT picture, r."articleId", 'history' FROM "Revision" r,
    LATERAL "picturesIn"(r."snapshot" -> 'body', (r."snapshot" ->> 'leadImageId')::bigint::int) AS picture
WHERE NOT EXISTS (
    SELECT 1 FROM "PictureUse" u WHERE u."pictureId" = picture AND u."articleId" = r."articleId" AND u."place" = 'story'
);
