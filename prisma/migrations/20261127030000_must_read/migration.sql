

-- CreateEnum
CREATE TYPE "reading_way" AS ENUM ('own_device', 'terminal', 'paper');

-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'must_read';

-- CreateTable
CREATE TABLE "required_reading" (
    "entry_id" UUID NOT NULL,
    "required_by_id" UUID NOT NULL,
    "required_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),

    CONSTRAINT "required_reading_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "reading_confirmation" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "way" "reading_way",
    "revision" INTEGER,
    "entered_by_id" UUID,

    CONSTRAINT "reading_confirmation_pkey" PRIMARY KEY ("entry_id","person_id")
);

-- CreateIndex
CREATE INDEX "required_reading_by_reminder" ON "required_reading"("remind_at");

-- CreateIndex
CREATE INDEX "reading_confirmation_open" ON "reading_confirmation"("person_id", "confirmed_at");

-- AddForeignKey
ALTER TABLE "required_reading" ADD CONSTRAINT "required_reading_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "required_reading" ADD CONSTRAINT "required_reading_required_by_id_fkey" FOREIGN KEY ("required_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_confirmation" ADD CONSTRAINT "reading_confirmation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_confirmation" ADD CONSTRAINT "reading_confirmation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_confirmation" ADD CONSTRAINT "reading_confirmation_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
