-- Who is told that a project is theirs now.
ALTER TYPE "notification_kind" ADD VALUE 'project';

-- Which comment answers a question on a status, or says why nobody will.
ALTER TABLE "question" ADD COLUMN     "answer_id" UUID;
CREATE UNIQUE INDEX "question_answer_id_key" ON "question"("answer_id");
ALTER TABLE "question" ADD CONSTRAINT "question_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Why the date of a milestone moved, and from when to when
CREATE TABLE "milestone_move" (
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "milestone_move_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "milestone_move_by_milestone" ON "milestone_move"("milestone_id", "moved_at" DESC);
ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_moved_by_id_fkey" FOREIGN KEY ("moved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
