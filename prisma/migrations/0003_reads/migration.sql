-- How often each story was read, by the paper's day: counted by the server in memory, written now and then (press/reads.ts).

-- CreateTable
CREATE TABLE "ArticleReads" (
    "articleId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ArticleReads_pkey" PRIMARY KEY ("articleId","day")
);

-- CreateIndex
CREATE INDEX "ArticleReads_day_idx" ON "ArticleReads"("day", "count" DESC);

-- AddForeignKey
ALTER TABLE "ArticleReads" ADD CONSTRAINT "ArticleReads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand.

ALTER TABLE "ArticleReads" ADD CONSTRAINT "ArticleReads_count_check" CHECK ("count" > 0);

-- "/\host" and "//host" leave the site, and browsers leave tabs and line ends out before they look.
ALTER TABLE "Redirect"
    DROP CONSTRAINT "Redirect_paths_check",
    ADD CONSTRAINT "Redirect_paths_check" CHECK (
        "fromPath" ~ '^/([^/]|$)' AND "toPath" ~ '^/([^/]|$)' AND "fromPath" <> "toPath"
        AND "toPath" !~ '[\\[:cntrl:]]'
    );
