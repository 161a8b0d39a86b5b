ALTER TABLE "file" ADD COLUMN "blur" TEXT,
ADD COLUMN "consent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "credit" TEXT NOT NULL DEFAULT '',
ADD COLUMN "widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

CREATE INDEX "file_by_age" ON "file"("created_at");

CREATE UNIQUE INDEX "attachment_by_file" ON "attachment"("file_id");
