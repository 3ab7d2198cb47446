-- The server answers /healthz itself: a category or a page there could not be read. The list is that of lib/urls/reserved-paths.ts.
CREATE OR REPLACE FUNCTION "checkFirstPathPart"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."slug" IN ('latest', 'topic', 'author', 'archive', 'search', 'newsroom', 'api', 'media', 'internal', 'verify', 'feed', 'sitemap', 'page', 'preview', 'healthz') THEN
        RAISE EXCEPTION 'slug "%" is reserved', NEW."slug" USING ERRCODE = 'check_violation', CONSTRAINT = 'reserved_slug';
    END IF;
    IF TG_TABLE_NAME = 'Category' AND EXISTS (SELECT 1 FROM "Page" WHERE "slug" = NEW."slug")
        OR TG_TABLE_NAME = 'Page' AND EXISTS (SELECT 1 FROM "Category" WHERE "slug" = NEW."slug") THEN
        RAISE EXCEPTION 'slug "%" is taken', NEW."slug" USING ERRCODE = 'unique_violation', CONSTRAINT = 'first_path_part';
    END IF;
    RETURN NEW;
END $$;
