-- How a person wants to hear of each kind of notice, and when.
CREATE TYPE "mail_way" AS ENUM ('instant', 'daily', 'weekly', 'off');
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sending', 'sent', 'skipped', 'failed', 'unknown');

CREATE TABLE "notice_preference" (
    "person_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "mail" "mail_way" NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("person_id","kind")
);
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "delivery_preference" (
    "person_id" UUID NOT NULL,
    "feed_digest" "mail_way" NOT NULL,
    "with_words" BOOLEAN NOT NULL,
    "outside_hours" BOOLEAN NOT NULL,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,

    CONSTRAINT "delivery_preference_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "delivery_preference" ADD CONSTRAINT "delivery_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is to be written to, why and when: the claim on a row is what keeps a mail from going out twice.
CREATE TABLE "mail_due" (
    "person_id" UUID NOT NULL,
    "way" "mail_way" NOT NULL,
    "slot" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_due_pkey" PRIMARY KEY ("person_id","way","slot")
);
ALTER TABLE "mail_due" ADD CONSTRAINT "mail_due_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "house_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "house_secret_pkey" PRIMARY KEY ("name")
);

-- Below: what schema.prisma cannot say. Named in docs/data.md.

-- Quiet hours have two ends or none, each a minute of the day.
ALTER TABLE "delivery_preference" ADD CONSTRAINT "delivery_preference_quiet" CHECK (
    ("quiet_from" IS NULL) = ("quiet_to" IS NULL) AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439);
-- A digest of the feed comes daily or weekly, never at once.
ALTER TABLE "delivery_preference" ADD CONSTRAINT "delivery_preference_digest" CHECK ("feed_digest" <> 'instant');
-- Every minute the job asks what is due, and what was left behind while being sent.
CREATE INDEX "mail_due_waiting" ON "mail_due" ("due_at") WHERE "state" = 'waiting';
CREATE INDEX "mail_due_sending" ON "mail_due" ("claimed_at") WHERE "state" = 'sending';
