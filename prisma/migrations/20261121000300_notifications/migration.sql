-- One unread notice a thread and kind: what comes while it is unread joins it. Also serves the unread count.
CREATE UNIQUE INDEX "notification_unread" ON "notification" ("person_id", "group_key") WHERE "read_at" IS NULL;
-- Serves marking read what was opened, and taking back what was removed.
CREATE INDEX "notification_by_entry" ON "notification" ("entry_id");
CREATE INDEX "notification_by_subject" ON "notification" ("subject_id");
