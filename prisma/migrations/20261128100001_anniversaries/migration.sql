-- Who agreed that colleagues are told of their anniversaries. Withdrawn, the row goes.
CREATE TABLE "anniversary_consent" (
    "person_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "anniversary_consent_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "anniversary_consent" ADD CONSTRAINT "anniversary_consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The rail asks who of a site joined on one of a few dozen days.
CREATE INDEX "person_by_joining" ON "person" ("site_id", "joined_on");
