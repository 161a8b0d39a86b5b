-- Statutory notices are found by search.
ALTER TYPE "search_kind" ADD VALUE 'notice';

-- Those that hang already are indexed as if they had just been hung up.
INSERT INTO "outbox_event" ("id", "type", "payload")
SELECT gen_random_uuid(), 'notice.hung', jsonb_build_object('noticeId', "id") FROM "statutory_notice";
