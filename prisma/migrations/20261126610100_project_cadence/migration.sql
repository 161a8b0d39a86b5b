-- When a project's next status is due, and who has been told so.
ALTER TABLE "project" ADD COLUMN "cadence_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "status_due_at" TIMESTAMPTZ(3),
ADD COLUMN "status_overdue_at" TIMESTAMPTZ(3);
UPDATE "project" SET "cadence_from" = "created_at";
CREATE INDEX "project_by_due" ON "project"("status_due_at");

CREATE TYPE "reminder_stage" AS ENUM ('due', 'deputy', 'sponsor');

CREATE TABLE "status_reminder" (
    "project_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "stage" "reminder_stage" NOT NULL,
    "person_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_reminder_pkey" PRIMARY KEY ("project_id", "since", "stage", "person_id")
);
CREATE INDEX "status_reminder_by_person" ON "status_reminder"("person_id");
ALTER TABLE "status_reminder" ADD CONSTRAINT "status_reminder_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "status_reminder" ADD CONSTRAINT "status_reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
