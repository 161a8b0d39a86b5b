-- A board is read in one short index scan a visibility, so that ten thousand notes for other eyes cost nothing.
CREATE INDEX "pin_by_owner_visibility" ON "pin"("owner_id", "visibility", "published_at" DESC, "entry_id" DESC);

-- Below: what schema.prisma cannot say. Named in docs/data.md.
-- What the owner keeps on top: a handful a board.
CREATE INDEX "pin_kept_on_top" ON "pin"("owner_id", "kept_on_top_at" DESC) WHERE "kept_on_top_at" IS NOT NULL;
