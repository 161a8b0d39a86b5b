-- CreateEnum
CREATE TYPE "contest_state" AS ENUM ('open', 'restored', 'upheld');

-- AlterEnum
ALTER TYPE "moderation_kind" ADD VALUE 'uphold';

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "comments_closed_reason" TEXT,
ADD COLUMN     "shared_entry_id" UUID;

-- CreateTable
CREATE TABLE "contest" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "act_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "contest_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspension" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "given_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll" (
    "entry_id" UUID NOT NULL,
    "multiple" BOOLEAN NOT NULL,
    "anonymous" BOOLEAN NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "poll_option" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "tally" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "poll_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_vote" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,

    CONSTRAINT "poll_vote_pkey" PRIMARY KEY ("entry_id","person_id","option_id")
);

-- CreateTable
CREATE TABLE "poll_participation" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "poll_participation_pkey" PRIMARY KEY ("entry_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contest_act_id_key" ON "contest"("act_id");

-- CreateIndex
CREATE INDEX "contest_by_state" ON "contest"("state", "created_at");

-- CreateIndex
CREATE INDEX "contest_by_entry" ON "contest"("entry_id");

-- CreateIndex
CREATE INDEX "suspension_by_person" ON "suspension"("person_id", "ends_at");

-- CreateIndex
CREATE INDEX "suspension_latest" ON "suspension"("starts_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "poll_option_entry_id_rank_key" ON "poll_option"("entry_id", "rank");

-- CreateIndex
CREATE INDEX "poll_vote_by_option" ON "poll_vote"("option_id");

-- CreateIndex
CREATE INDEX "entry_by_shared" ON "entry"("shared_entry_id");

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_shared_entry_id_fkey" FOREIGN KEY ("shared_entry_id") REFERENCES "entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "moderation_act"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_option" ADD CONSTRAINT "poll_option_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "poll"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_vote" ADD CONSTRAINT "poll_vote_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "poll"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_vote" ADD CONSTRAINT "poll_vote_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_vote" ADD CONSTRAINT "poll_vote_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "poll_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_participation" ADD CONSTRAINT "poll_participation_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "poll"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_participation" ADD CONSTRAINT "poll_participation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
