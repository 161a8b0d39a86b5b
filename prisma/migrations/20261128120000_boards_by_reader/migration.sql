-- A board is read by who wrote a pin and whom it is addressed to, without a look at each of ten thousand entries.
ALTER TABLE "pin" ADD COLUMN "author_id" UUID, ADD COLUMN "audience_id" UUID;
UPDATE "pin" p SET "author_id" = e."author_id", "audience_id" = e."audience_id" FROM "entry" e WHERE e."id" = p."entry_id";
ALTER TABLE "pin" ALTER COLUMN "author_id" SET NOT NULL, ALTER COLUMN "audience_id" SET NOT NULL;
ALTER TABLE "pin" ADD CONSTRAINT "pin_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pin" ADD CONSTRAINT "pin_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "pin_by_owner_author" ON "pin"("owner_id", "author_id", "published_at" DESC, "entry_id" DESC);
CREATE INDEX "pin_by_owner_audience" ON "pin"("owner_id", "audience_id", "published_at" DESC, "entry_id" DESC);
