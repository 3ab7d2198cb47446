-- Tables, columns and functions get the terms of docs/glossary.md. Rows stay as they are.
-- A server of an earlier release cannot work on this database: docs/operations.md, "Upgrades".

ALTER TABLE "ParkedCopy" RENAME TO "ConflictCopy";
ALTER TABLE "ConflictCopy" RENAME COLUMN "settledAt" TO "resolvedAt";
ALTER TABLE "ConflictCopy" RENAME COLUMN "onVersion" TO "baseVersion";
ALTER TABLE "WorkingCopy" RENAME COLUMN "holderId" TO "lockHolderId";
ALTER TABLE "WorkingCopy" RENAME COLUMN "holderTab" TO "lockHolderTab";
ALTER TABLE "Proof" RENAME TO "PublicationCheckRun";
ALTER TABLE "PublicationCheckRun" RENAME COLUMN "items" TO "results";
ALTER TABLE "Ping" RENAME TO "PendingNotification";
ALTER TABLE "PendingNotification" RENAME COLUMN "isHanded" TO "isDispatched";
ALTER TABLE "PendingNotification" RENAME COLUMN "act" TO "command";
ALTER TABLE "FollowUp" RENAME TO "OutboxEvent";
ALTER TABLE "OutboxEvent" RENAME COLUMN "act" TO "command";
ALTER TABLE "AuditEntry" RENAME COLUMN "act" TO "command";
ALTER TABLE "TagTime" RENAME TO "TagVersion";
ALTER TABLE "MonthTally" RENAME TO "MonthlyStoryCount";
ALTER TABLE "OldQuery" RENAME TO "RedirectQueryShape";
ALTER TABLE "MovedName" RENAME TO "MergedTaxonomyEntry";
ALTER TABLE "Attempt" RENAME TO "RateLimitCounter";

-- Constraints, indexes, triggers and sequences of these tables are named after table and columns.
CREATE FUNCTION pg_temp.standard_name(name text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE split_part(name, '_', 1)
        WHEN 'ParkedCopy' THEN replace(replace(replace(name, 'ParkedCopy', 'ConflictCopy'), 'settledAt', 'resolvedAt'), 'onVersion', 'baseVersion')
        WHEN 'WorkingCopy' THEN replace(name, 'holder', 'lockHolder')
        WHEN 'Proof' THEN replace(replace(name, 'Proof', 'PublicationCheckRun'), 'items', 'results')
        WHEN 'Ping' THEN replace(replace(replace(name, 'Ping', 'PendingNotification'), 'isHanded', 'isDispatched'), '_act_', '_command_')
        WHEN 'FollowUp' THEN replace(replace(name, 'FollowUp', 'OutboxEvent'), '_act_', '_command_')
        WHEN 'AuditEntry' THEN replace(name, '_act_', '_command_')
        WHEN 'TagTime' THEN replace(name, 'TagTime', 'TagVersion')
        WHEN 'MonthTally' THEN replace(replace(name, 'MonthTally', 'MonthlyStoryCount'), '_fold', '_compact')
        WHEN 'OldQuery' THEN replace(name, 'OldQuery', 'RedirectQueryShape')
        WHEN 'MovedName' THEN replace(name, 'MovedName', 'MergedTaxonomyEntry')
        WHEN 'Attempt' THEN replace(name, 'Attempt', 'RateLimitCounter')
        ELSE replace(name, '_tally', '_count')
    END
$$;
DO $$
DECLARE
    statement text;
BEGIN
    -- Of a constraint with an index, the index takes the constraint's new name.
    FOR statement IN
        SELECT format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', conrelid::regclass, conname, pg_temp.standard_name(conname))
        FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conname <> pg_temp.standard_name(conname)
    LOOP
        EXECUTE statement;
    END LOOP;
    FOR statement IN
        SELECT format('ALTER TRIGGER %I ON %s RENAME TO %I', tgname, tgrelid::regclass, pg_temp.standard_name(tgname))
        FROM pg_trigger WHERE NOT tgisinternal AND tgname <> pg_temp.standard_name(tgname)
        UNION ALL
        SELECT format('ALTER %s %s RENAME TO %I', CASE relkind WHEN 'i' THEN 'INDEX' ELSE 'SEQUENCE' END, oid::regclass, pg_temp.standard_name(relname))
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('i', 'S') AND relname <> pg_temp.standard_name(relname)
    LOOP
        EXECUTE statement;
    END LOOP;
END $$;

ALTER FUNCTION "announceTagTime" RENAME TO "announceTagVersion";
ALTER FUNCTION "weightOfMoved" RENAME TO "countMovedAddresses";
ALTER FUNCTION "clockLateSeconds" RENAME TO "schedulerDelaySeconds";
ALTER FUNCTION "recountMonthTally" RENAME TO "rebuildMonthlyStoryCounts";
ALTER FUNCTION "tallyMonths" RENAME TO "countMonthlyStories";
ALTER FUNCTION "tallyRenamedCategory" RENAME TO "touchMonthsOfCategory";
ALTER FUNCTION "foldMonthTally" RENAME TO "compactMonthlyStoryCounts";

-- What follows repeats these functions with the new names of tables; the rules are those of 0005_clock and 0009_sitemaps.

-- By how many seconds the scheduler is behind: 0 while it is on time, null when it was never started. The newsroom's warning
-- and /healthz both ask it. A heartbeat may be 10 s old (one comes every second), a story may be due for 5 s, and an
-- outbox event may wait for 30.
CREATE OR REPLACE FUNCTION "schedulerDelaySeconds"() RETURNS integer LANGUAGE sql VOLATILE AS $$
    SELECT GREATEST(
        0,
        CASE WHEN beat.age > 10 THEN beat.age END,
        CASE WHEN due.age > 5 THEN due.age END,
        CASE WHEN waiting.age > 30 THEN waiting.age END
    )::integer
    FROM (SELECT extract(epoch FROM clock_timestamp() - "at") AS age FROM "Heartbeat" WHERE "name" = 'scheduler') AS beat,
        (SELECT extract(epoch FROM clock_timestamp() - min("publicAt")) AS age FROM "Article"
            WHERE "status" = 'scheduled' AND "publicAt" <= clock_timestamp()) AS due,
        (SELECT extract(epoch FROM clock_timestamp() - min("at")) AS age FROM "OutboxEvent") AS waiting
$$;
UPDATE "Heartbeat" SET "name" = 'scheduler' WHERE "name" = 'clock';

-- Counts all stories again: for stories that were written without the triggers.
CREATE OR REPLACE FUNCTION "rebuildMonthlyStoryCounts"() RETURNS void LANGUAGE sql AS $$
    DELETE FROM "MonthlyStoryCount";
    INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
    SELECT "monthOf"("publicAt"), count(*),
        max(GREATEST("publicAt", "notedChangeAt")) FILTER (WHERE "publicAt" <= clock_timestamp())
    FROM "Article" WHERE "publicAt" IS NOT NULL GROUP BY 1
$$;

-- Adds rows for the months of the stories that a statement changed in a way a sitemap shows. Rows are only added, so that
-- two editors who publish at the same time, or an editor and a long import, do not wait for each other.
CREATE OR REPLACE FUNCTION "countMonthlyStories"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
        SELECT "monthOf"("publicAt"), count(*), max(clock_timestamp()) FILTER (WHERE "publicAt" <= clock_timestamp())
        FROM added WHERE "publicAt" IS NOT NULL GROUP BY 1;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
        SELECT "monthOf"("publicAt"), -count(*), max(clock_timestamp()) FILTER (WHERE "publicAt" <= clock_timestamp())
        FROM removed WHERE "publicAt" IS NOT NULL GROUP BY 1;
    ELSE
        INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
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

-- A category with another slug gives its stories other addresses: each month with a story of it has changed.
CREATE OR REPLACE FUNCTION "touchMonthsOfCategory"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
    SELECT t."month", 0, clock_timestamp() FROM (SELECT DISTINCT "month" FROM "MonthlyStoryCount") t
    WHERE EXISTS (
        SELECT 1 FROM "Article" WHERE "categoryId" = NEW."id"
            AND "publicAt" >= "monthBegins"(t."month") AND "publicAt" < "monthBegins"(t."month", 1)
    );
    RETURN NULL;
END $$;

-- Sums up the rows of each month, so that about one is left. One transaction does it at a time and none waits for it; rows
-- that are not committed yet are summed up the next time.
CREATE OR REPLACE FUNCTION "compactMonthlyStoryCounts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A number that no other advisory lock uses.
    IF pg_try_advisory_xact_lock(51009) THEN
        WITH compacted AS (DELETE FROM "MonthlyStoryCount" RETURNING "month", "stories", "changedAt")
        INSERT INTO "MonthlyStoryCount" ("month", "stories", "changedAt")
        SELECT "month", sum("stories"), max("changedAt") FROM compacted GROUP BY 1;
    END IF;
    RETURN NULL;
END $$;

DROP FUNCTION pg_temp.standard_name;
