-- Whoever may not publish asks for a change of a planned story to be taken along.
ALTER TABLE "ReviewNote" DROP CONSTRAINT "ReviewNote_kind_check";
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_kind_check"
  CHECK ("kind" IN ('submitted', 'sentBack', 'changeRequested'));
