-- Old sites' addresses with a query: which paths had which parameters. The server asks for a redirect only where a
-- request has them (press/old-queries.ts).

-- CreateTable
CREATE TABLE "OldQuery" (
    "shape" TEXT NOT NULL,

    CONSTRAINT "OldQuery_pkey" PRIMARY KEY ("shape")
);

-- CreateIndex
CREATE INDEX "Redirect_toPath_idx" ON "Redirect"("toPath");

-- From here on by hand.

ALTER TABLE "OldQuery" ADD CONSTRAINT "OldQuery_shape_check" CHECK ("shape" ~ '^/[^?]*[?][^?]*$');
