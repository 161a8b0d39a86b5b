-- Posts that stand on top of the feed for a while, for all whom they reach.
CREATE TABLE "top_post" (
    "entry_id" UUID NOT NULL,
    "put_by_id" UUID NOT NULL,
    "put_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "top_post_pkey" PRIMARY KEY ("entry_id")
);

CREATE INDEX "top_post_by_until" ON "top_post"("until");

ALTER TABLE "top_post" ADD CONSTRAINT "top_post_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "top_post" ADD CONSTRAINT "top_post_put_by_id_fkey" FOREIGN KEY ("put_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
