-- CreateTable
CREATE TABLE "MonthTally" (
    "id" BIGSERIAL NOT NULL,
    "month" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MonthTally_pkey" PRIMARY KEY ("id")
);



-- From here on by hand: the rules that a bug must not be able to break.

ALTER TABLE "MonthTally" ADD CONSTRAINT "MonthTally_month_check" CHECK ("month" ~ '^\d{4}-(0[1-9]|1[0-2])$');

-- The month in which a story was first published, by the paper's calendar: "2026-11". The paper's zone is that of
-- lib/bengali/zoned-time.ts.
CREATE FUNCTION "monthOf"("at" timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char("at" AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM')
$$;

-- When that month begins, or the one so many months later.
CREATE FUNCTION "monthBegins"("month" text, "later" integer DEFAULT 0) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT (make_timestamp(left("month", 4)::integer, right("month", 2)::integer, 1, 0, 0, 0)
        + make_interval(months => "later")) AT TIME ZONE 'Asia/Dhaka'
$$;

-- What a sitemap tells of a story's pictures.
CREATE FUNCTION "pictureNumbers"("body" jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_path_query_array("body", '$[*] ? (@.kind == "image").imageId')
$$;

-- Counts all stories anew: where they came without the triggers below.
CREATE FUNCTION "recountMonthTally"() RETURNS void LANGUAGE sql AS $$
    DELETE FROM "MonthTally";
    INSERT INTO "MonthTally" ("month", "stories", "changedAt")
    SELECT "monthOf"("publicAt"), count(*),
        max(GREATEST("publicAt", "notedChangeAt")) FILTER (WHERE "publicAt" <= clock_timestamp())
    FROM "Article" WHERE "publicAt" IS NOT NULL GROUP BY 1
$$;

-- Every statement that changes what a sitemap says of some stories writes down, month by month, how many came and went;
-- and when, where readers can see it. Rows are only added: two who publish at once, or an editor and an import that
-- takes minutes, do not wait for each other.
CREATE FUNCTION "tallyMonths"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO "MonthTally" ("month", "stories", "changedAt")
        SELECT "monthOf"("publicAt"), count(*), max(clock_timestamp()) FILTER (WHERE "publicAt" <= clock_timestamp())
        FROM added WHERE "publicAt" IS NOT NULL GROUP BY 1;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO "MonthTally" ("month", "stories", "changedAt")
        SELECT "monthOf"("publicAt"), -count(*), max(clock_timestamp()) FILTER (WHERE "publicAt" <= clock_timestamp())
        FROM removed WHERE "publicAt" IS NOT NULL GROUP BY 1;
    ELSE
        INSERT INTO "MonthTally" ("month", "stories", "changedAt")
        SELECT "monthOf"(side."at"), sum(side."stories"), max(clock_timestamp()) FILTER (WHERE side."at" <= clock_timestamp())
        FROM removed o JOIN added n ON n."id" = o."id",
            LATERAL (VALUES (o."publicAt", -1), (n."publicAt", 1)) AS side("at", "stories")
        WHERE side."at" IS NOT NULL AND CASE
            WHEN (o."publicAt", o."categoryId", o."notedChangeAt", o."leadImageId")
                IS DISTINCT FROM (n."publicAt", n."categoryId", n."notedChangeAt", n."leadImageId") THEN true
            WHEN o."body" = n."body" THEN false
            ELSE "pictureNumbers"(o."body") <> "pictureNumbers"(n."body")
        END
        GROUP BY 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_tally_added" AFTER INSERT ON "Article" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION "tallyMonths"();
CREATE TRIGGER "Article_tally_changed" AFTER UPDATE ON "Article" REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION "tallyMonths"();
CREATE TRIGGER "Article_tally_removed" AFTER DELETE ON "Article" REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION "tallyMonths"();

-- A category with another address gives its stories other addresses, whatever month they are of.
CREATE FUNCTION "tallyRenamedCategory"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "MonthTally" ("month", "stories", "changedAt")
    SELECT t."month", 0, clock_timestamp() FROM (SELECT DISTINCT "month" FROM "MonthTally") t
    WHERE EXISTS (
        SELECT 1 FROM "Article" WHERE "categoryId" = NEW."id"
            AND "publicAt" >= "monthBegins"(t."month") AND "publicAt" < "monthBegins"(t."month", 1)
    );
    RETURN NULL;
END $$;
CREATE TRIGGER "Category_tally" AFTER UPDATE OF "slug" ON "Category"
    FOR EACH ROW WHEN (OLD."slug" <> NEW."slug") EXECUTE FUNCTION "tallyRenamedCategory"();

-- From time to time what was written down is summed up: about a row a month is left. One does it at a time and nobody
-- waits for it; what others are just writing is summed up the next time.
CREATE FUNCTION "foldMonthTally"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Any number that no other lock of ours uses.
    IF pg_try_advisory_xact_lock(51009) THEN
        WITH folded AS (DELETE FROM "MonthTally" RETURNING "month", "stories", "changedAt")
        INSERT INTO "MonthTally" ("month", "stories", "changedAt")
        SELECT "month", sum("stories"), max("changedAt") FROM folded GROUP BY 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "MonthTally_fold" AFTER INSERT ON "MonthTally"
    FOR EACH ROW WHEN (NEW."id" % 256 = 0 AND pg_trigger_depth() < 2) EXECUTE FUNCTION "foldMonthTally"();

-- What is there already.
SELECT "recountMonthTally"();
