-- Notices that a law or an agreement wants to hang on the board: per site, with dates, never changed and never tracked.
CREATE TABLE "statutory_notice" (
    "id" UUID NOT NULL,
    "site_id" UUID,
    "title_de" TEXT,
    "title_en" TEXT,
    "source_de" TEXT,
    "source_en" TEXT,
    "html_de" TEXT,
    "html_en" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "statutory_notice_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "statutory_notice_by_site" ON "statutory_notice"("site_id", "valid_from" DESC);

ALTER TABLE "statutory_notice" ADD CONSTRAINT "statutory_notice_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "statutory_notice" ADD CONSTRAINT "statutory_notice_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "statutory_notice" ADD CONSTRAINT "statutory_notice_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
