-- Links to stories that readers do not have stand under /preview: no category and no page may.
CREATE OR REPLACE FUNCTION "checkFirstPathPart"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."slug" IN ('latest', 'topic', 'author', 'archive', 'search', 'newsroom', 'api', 'media', 'internal', 'verify', 'feed', 'sitemap', 'page', 'preview') THEN
        RAISE EXCEPTION 'slug "%" is reserved', NEW."slug" USING ERRCODE = 'check_violation', CONSTRAINT = 'reserved_slug';
    END IF;
    IF TG_TABLE_NAME = 'Category' AND EXISTS (SELECT 1 FROM "Page" WHERE "slug" = NEW."slug")
        OR TG_TABLE_NAME = 'Page' AND EXISTS (SELECT 1 FROM "Category" WHERE "slug" = NEW."slug") THEN
        RAISE EXCEPTION 'slug "%" is taken', NEW."slug" USING ERRCODE = 'unique_violation', CONSTRAINT = 'first_path_part';
    END IF;
    RETURN NEW;
END $$;
