-- CreateTable
CREATE TABLE "FollowUp" (
    "id" BIGSERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FollowUp_articleId_idx" ON "FollowUp"("articleId");

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- From here on by hand: the rules that a bug must not be able to break.

-- The stories whose hour the publishing clock has still to write down: a handful among a million.
CREATE INDEX "Article_scheduled_idx" ON "Article"("publicAt") WHERE "status" = 'scheduled';

-- By how many seconds the publishing clock is behind: 0 while it is well, null when it was never started. One rule for the
-- editors' alarm and the operator's probe, by the one clock all machines share. A beat may be 10 s old (one comes every 2), a
-- story may be due for 5 s and what follows from a publication may wait for 30.
CREATE FUNCTION "clockLateSeconds"() RETURNS integer LANGUAGE sql VOLATILE AS $$
    SELECT GREATEST(
        0,
        CASE WHEN beat.age > 10 THEN beat.age END,
        CASE WHEN due.age > 5 THEN due.age END,
        CASE WHEN waiting.age > 30 THEN waiting.age END
    )::integer
    FROM (SELECT extract(epoch FROM clock_timestamp() - "at") AS age FROM "Heartbeat" WHERE "name" = 'clock') AS beat,
        (SELECT extract(epoch FROM clock_timestamp() - min("publicAt")) AS age FROM "Article"
            WHERE "status" = 'scheduled' AND "publicAt" <= clock_timestamp()) AS due,
        (SELECT extract(epoch FROM clock_timestamp() - min("at")) AS age FROM "FollowUp") AS waiting
$$;

-- Whoever has a story open also hears that its hour has come, which counts no save.
CREATE OR REPLACE TRIGGER "Article_announce" AFTER UPDATE ON "Article"
    FOR EACH ROW WHEN (OLD."version" IS DISTINCT FROM NEW."version" OR OLD."status" IS DISTINCT FROM NEW."status")
    EXECUTE FUNCTION "announceArticle"();
