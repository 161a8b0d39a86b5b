-- How somebody likes to look at the feed, the same on every device.
ALTER TABLE "person" ADD COLUMN "feed_view" TEXT;

-- The newest that somebody has had before them: where the next visit's line will stand. What is read is another matter.
ALTER TABLE "read_state" ADD COLUMN "seen_up_to" TIMESTAMPTZ(3);
UPDATE "read_state" SET "seen_up_to" = "watermark";

-- Who is past an item that appears late.
CREATE INDEX "read_state_watermark" ON "read_state"("watermark");
