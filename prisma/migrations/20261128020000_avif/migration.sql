-- What is kept already stays WebP: drawn once more from that, it would be smaller and worse.
ALTER TABLE "file" ADD COLUMN "avif" BOOLEAN DEFAULT false;
ALTER TABLE "file" ALTER COLUMN "avif" DROP DEFAULT;

CREATE INDEX "file_avif_due" ON "file"("created_at") WHERE "avif" IS NULL;
