-- Blockers, help wanted and the reason of a slip may stand in both languages, as the text does.
CREATE TABLE "status_translation" (
    "entry_id" UUID NOT NULL,
    "language" "language" NOT NULL,
    "slip_reason" TEXT,
    "blockers" TEXT,
    "help_wanted" TEXT,

    CONSTRAINT "status_translation_pkey" PRIMARY KEY ("entry_id", "language")
);
ALTER TABLE "status_translation" ADD CONSTRAINT "status_translation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "status_update"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;
