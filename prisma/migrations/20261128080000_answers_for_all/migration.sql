-- Answered questions are found by search, before somebody asks again.
ALTER TYPE "search_kind" ADD VALUE 'question';

-- What becomes of a question on a board: whose answer helped, who has it now, and since when all may read it.
ALTER TABLE "question" ADD COLUMN "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN "forwarded_by_id" UUID,
ADD COLUMN "proposed_to_id" UUID,
ADD COLUMN "shared_at" TIMESTAMPTZ(3);
ALTER TABLE "question" ADD CONSTRAINT "question_forwarded_by_id_fkey" FOREIGN KEY ("forwarded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question" ADD CONSTRAINT "question_proposed_to_id_fkey" FOREIGN KEY ("proposed_to_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "question_shared" ON "question"("shared_at" DESC, "entry_id" DESC);

CREATE TABLE "answer_consent" (
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "question_revision" INTEGER NOT NULL,
    "answer_revision" INTEGER NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_consent_pkey" PRIMARY KEY ("question_id","person_id")
);
ALTER TABLE "answer_consent" ADD CONSTRAINT "answer_consent_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_consent" ADD CONSTRAINT "answer_consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_consent" ADD CONSTRAINT "answer_consent_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "answer_consent_by_person" ON "answer_consent"("person_id");
CREATE INDEX "answer_consent_by_answer" ON "answer_consent"("answer_id");

-- The answer of a question on a board has been found by its thread so far.
UPDATE "question" q SET "answer_id" = (
  SELECT a."id" FROM "entry" a WHERE a."thread_id" = q."entry_id" AND a."kind" = 'answer' AND a."state" = 'published'
  ORDER BY a."published_at" DESC, a."id" DESC LIMIT 1)
FROM "pin" p WHERE p."entry_id" = q."entry_id" AND q."state" = 'answered';

-- Those answered already are indexed as if they had just been.
INSERT INTO "outbox_event" ("id", "type", "payload")
SELECT gen_random_uuid(), 'answer.findable', jsonb_build_object('entryId', q."entry_id")
FROM "question" q JOIN "pin" p ON p."entry_id" = q."entry_id" WHERE q."state" = 'answered';
