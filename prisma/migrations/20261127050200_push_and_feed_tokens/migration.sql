-- Push to browsers, and what opens a person's Atom feed.
ALTER TABLE "notice_preference" ADD COLUMN     "push" BOOLEAN;

CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "push_due" (
    "notification_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_due_pkey" PRIMARY KEY ("notification_id")
);

CREATE TABLE "feed_token" (
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_on" DATE,

    CONSTRAINT "feed_token_pkey" PRIMARY KEY ("person_id")
);

CREATE UNIQUE INDEX "push_subscription_session_id_key" ON "push_subscription"("session_id");

CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

CREATE INDEX "push_subscription_by_person" ON "push_subscription"("person_id");

CREATE INDEX "push_due_next" ON "push_due"("due_at");

CREATE INDEX "push_due_by_person" ON "push_due"("person_id");

CREATE UNIQUE INDEX "feed_token_token_hash_key" ON "feed_token"("token_hash");

ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "push_due" ADD CONSTRAINT "push_due_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "push_due" ADD CONSTRAINT "push_due_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
