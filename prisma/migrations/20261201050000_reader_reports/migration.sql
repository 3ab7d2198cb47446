-- Faults that readers report in stories (docs/decisions/024-public-actor.md). Nothing of the reader is stored but what
-- they typed; how they can be reached is deleted when the report is handled.
CREATE TABLE "ReaderReport" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "formKey" TEXT NOT NULL,
    "fault" TEXT NOT NULL,
    "passage" TEXT,
    "contact" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "handledById" TEXT,
    "handledByName" TEXT,

    CONSTRAINT "ReaderReport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ReaderReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReaderReport_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "ReaderReport_fault_check" CHECK (char_length("fault") BETWEEN 1 AND 2000),
    CONSTRAINT "ReaderReport_passage_check" CHECK (char_length("passage") BETWEEN 1 AND 500),
    CONSTRAINT "ReaderReport_contact_check" CHECK (char_length("contact") BETWEEN 1 AND 200),
    CONSTRAINT "ReaderReport_handled_check" CHECK (("handledAt" IS NULL) = ("handledByName" IS NULL)),
    CONSTRAINT "ReaderReport_contact_deleted_check" CHECK ("handledAt" IS NULL OR "contact" IS NULL)
);

CREATE UNIQUE INDEX "ReaderReport_formKey_key" ON "ReaderReport"("formKey");
CREATE INDEX "ReaderReport_articleId_id_idx" ON "ReaderReport"("articleId", "id" DESC);
CREATE INDEX "ReaderReport_handledById_idx" ON "ReaderReport"("handledById");
-- The newsroom's lists count the open ones.
CREATE INDEX "ReaderReport_open_idx" ON "ReaderReport"("articleId", "createdAt") WHERE "handledAt" IS NULL;

-- /report is the address of the form. The list is that of lib/urls/reserved-paths.ts.
CREATE OR REPLACE FUNCTION "checkFirstPathPart"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."slug" IN ('latest', 'topic', 'author', 'archive', 'search', 'newsroom', 'api', 'media', 'internal', 'verify', 'feed', 'sitemap', 'page', 'preview', 'healthz', 'report') THEN
        RAISE EXCEPTION 'slug "%" is reserved', NEW."slug" USING ERRCODE = 'check_violation', CONSTRAINT = 'reserved_slug';
    END IF;
    IF TG_TABLE_NAME = 'Category' AND EXISTS (SELECT 1 FROM "Page" WHERE "slug" = NEW."slug")
        OR TG_TABLE_NAME = 'Page' AND EXISTS (SELECT 1 FROM "Category" WHERE "slug" = NEW."slug") THEN
        RAISE EXCEPTION 'slug "%" is taken', NEW."slug" USING ERRCODE = 'unique_violation', CONSTRAINT = 'first_path_part';
    END IF;
    RETURN NEW;
END $$;
