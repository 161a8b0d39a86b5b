-- Hours of one's own, where they differ from the site's: part-time, shifts.
CREATE TABLE "working_hours" (
    "person_id" UUID NOT NULL,
    "workdays" INTEGER[],
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "visibility" "field_visibility" NOT NULL DEFAULT 'unit',

    CONSTRAINT "working_hours_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "working_hours_length" CHECK ("start_minute" BETWEEN 0 AND 1439 AND "end_minute" > "start_minute" AND "end_minute" <= "start_minute" + 1440)
);
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
