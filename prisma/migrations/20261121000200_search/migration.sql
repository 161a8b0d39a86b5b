-- Readable by every insider: the engines filter by it, results are checked again by policy.
ALTER TABLE "search_document" ADD COLUMN "open" BOOLEAN NOT NULL DEFAULT false;

-- Serve: words and their beginnings, parts of a title, all documents of an audience.
CREATE INDEX "search_document_by_words" ON "search_document" USING GIN ("words");
CREATE INDEX "search_document_by_title" ON "search_document" USING GIN ("title_folded" gin_trgm_ops);
CREATE INDEX "search_document_by_audience" ON "search_document" ("audience_id");

-- Every word that stands in a document, folded: what a mistyped word is compared with.
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_word_near" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- Documents that the second engine (Meilisearch) has not confirmed yet.
CREATE TABLE "search_pending" (
    "kind" "search_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_pending_pkey" PRIMARY KEY ("kind","subject_id")
);
CREATE INDEX "search_pending_oldest" ON "search_pending" ("since");
