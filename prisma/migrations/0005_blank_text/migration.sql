-- Text of nothing but blanks is blank: every space of Unicode, tabs and line ends, and what has no width. By list, because
-- what counts as a space elsewhere depends on the locale.
CREATE FUNCTION "isBlank"(value TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN btrim(value, U&'\0009\000A\000B\000C\000D\0020\0085\00A0\00AD\1680\180E\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\200B\200C\200D\2028\2029\202F\205F\2060\3000\FEFF') = '';

ALTER TABLE "Article"
    DROP CONSTRAINT "Article_headline_check",
    ADD CONSTRAINT "Article_headline_check" CHECK (("status" = 'draft' OR NOT "isBlank"("headline")) AND "headline" IS NFC NORMALIZED);
ALTER TABLE "Category"
    DROP CONSTRAINT "Category_name_check",
    ADD CONSTRAINT "Category_name_check" CHECK (NOT "isBlank"("name") AND "name" IS NFC NORMALIZED);
ALTER TABLE "Topic"
    DROP CONSTRAINT "Topic_name_check",
    ADD CONSTRAINT "Topic_name_check" CHECK (NOT "isBlank"("name") AND "name" IS NFC NORMALIZED);
ALTER TABLE "Contributor"
    DROP CONSTRAINT "Contributor_name_check",
    ADD CONSTRAINT "Contributor_name_check" CHECK (NOT "isBlank"("name") AND "name" IS NFC NORMALIZED);
ALTER TABLE "Source"
    DROP CONSTRAINT "Source_name_check",
    ADD CONSTRAINT "Source_name_check" CHECK (NOT "isBlank"("name") AND "name" IS NFC NORMALIZED);
ALTER TABLE "Correction"
    DROP CONSTRAINT "Correction_note_check",
    ADD CONSTRAINT "Correction_note_check" CHECK (NOT "isBlank"("note"));
ALTER TABLE "User"
    DROP CONSTRAINT "User_name_check",
    ADD CONSTRAINT "User_name_check" CHECK (NOT "isBlank"("name"));
ALTER TABLE "BreakingNews"
    DROP CONSTRAINT "BreakingNews_text_check",
    ADD CONSTRAINT "BreakingNews_text_check" CHECK (NOT "isBlank"("text") AND "text" IS NFC NORMALIZED);
