-- What the world outside is told: beside what happened to a story, addresses that moved together (a category renamed or
-- merged, a topic, an author). lib/document/moved.ts says what a row holds.
ALTER TABLE "FollowUp" ALTER COLUMN "articleId" DROP NOT NULL,
ADD COLUMN "moved" JSONB,
ADD CONSTRAINT "FollowUp_of_check" CHECK (num_nonnulls("articleId", "moved") = 1);

ALTER TABLE "Ping" ALTER COLUMN "articleId" DROP NOT NULL,
ADD COLUMN "moved" JSONB,
ADD CONSTRAINT "Ping_of_check" CHECK (num_nonnulls("articleId", "moved") = 1);

-- How much there is to tell of such a row: its stories, or the lists alone; a story's own row is one.
CREATE FUNCTION "weightOfMoved"("moved" JSONB) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN "moved" IS NULL THEN 1
    ELSE greatest(1, coalesce(jsonb_array_length("moved" -> 'lists'), 0)
      + coalesce(jsonb_array_length("moved" -> 'stories' -> 'ids'), 0)) END
$$;
