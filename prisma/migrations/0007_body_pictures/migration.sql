-- Which stories show a picture inside their text: asked when its words change, so that readers get the new ones.
-- Prisma's schema has no word for an index on an expression; the query that uses it is in lib/media/uses.ts.
CREATE INDEX "Article_body_pictures_idx" ON "Article"
  USING gin (jsonb_path_query_array("body", '$[*] ? (@.kind == "image").imageId') jsonb_path_ops);
