-- Names that were made one with another: whoever still has the old number before them (an open page, an old revision)
-- is led to the one that stayed, as a redirect leads readers.
CREATE TABLE "MovedName" (
    "kind" TEXT NOT NULL,
    "fromId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,

    CONSTRAINT "MovedName_pkey" PRIMARY KEY ("kind", "fromId"),
    CONSTRAINT "MovedName_kind_check" CHECK ("kind" IN ('contributors', 'topics', 'sources')),
    CONSTRAINT "MovedName_intoId_check" CHECK ("intoId" <> "fromId")
);
