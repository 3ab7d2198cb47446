-- What a story says of its lead picture, in place of the library's words; {} leaves them to the library, as before.
ALTER TABLE "Article" ADD COLUMN "leadWords" JSONB NOT NULL DEFAULT '{}';
