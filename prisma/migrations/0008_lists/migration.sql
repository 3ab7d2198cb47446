-- The newsroom's lists (lib/newsroom/list-streams.ts). What is not published is a small part of a large archive: its indexes
-- leave the archive out. Prisma's schema has no word for an index on a part of a table.
DROP INDEX "Article_owner_updated_idx";
DROP INDEX "Article_status_updated_idx";

-- Of all, of a category, of somebody: by state, the last changed first.
CREATE INDEX "Article_made_idx" ON "Article"("status", "updatedAt" DESC, "id" DESC)
    WHERE "trashedAt" IS NULL AND "status" <> 'published';
CREATE INDEX "Article_category_made_idx" ON "Article"("categoryId", "status", "updatedAt" DESC, "id" DESC)
    WHERE "trashedAt" IS NULL AND "status" <> 'published';
CREATE INDEX "Article_owner_made_idx" ON "Article"("ownerId", "status", "updatedAt" DESC, "id" DESC)
    WHERE "ownerId" IS NOT NULL AND "trashedAt" IS NULL;
-- Somebody's own that readers have.
CREATE INDEX "Article_owner_public_idx" ON "Article"("ownerId", "publicAt" DESC, "id" DESC)
    WHERE "ownerId" IS NOT NULL AND "publicAt" IS NOT NULL;
CREATE INDEX "Article_trash_idx" ON "Article"("trashedAt" DESC, "id" DESC) WHERE "trashedAt" IS NOT NULL;

-- The words of headline and kicker alone: what a story is looked for by in the newsroom.
CREATE INDEX "ArticleSearch_title_idx" ON "ArticleSearch" USING GIN (ts_filter("top", '{a}'));
ALTER INDEX "ArticleSearch_title_idx" SET (gin_pending_list_limit = 512);
