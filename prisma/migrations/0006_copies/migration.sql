ALTER TABLE "WorkingCopy"
    ADD COLUMN "attempts" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "isChanged" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ParkedCopy" ADD COLUMN "attempt" TEXT;

-- A text that was put aside, or chosen between, is news to all who have the story open.
CREATE TRIGGER "ParkedCopy_announce" AFTER INSERT OR UPDATE ON "ParkedCopy"
    FOR EACH ROW EXECUTE FUNCTION "announceWorkingCopy"();
