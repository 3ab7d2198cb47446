-- What readers are told of a withdrawal, and the places on the front page that the story left; null while it is not withdrawn.
ALTER TABLE "Article" ADD COLUMN "withdrawal" JSONB;
