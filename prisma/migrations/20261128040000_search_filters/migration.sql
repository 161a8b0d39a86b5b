-- What a post's thread began as: a pinboard, say, can be searched apart from the feed.
ALTER TABLE "search_document" ADD COLUMN "thread_kind" "entry_kind";

-- What is indexed already learns it, and the project or unit it was written for.
UPDATE "search_document" d
SET "thread_kind" = COALESCE(t."kind", e."kind"), "project_id" = p."id", "unit_id" = COALESCE(p."unit_id", u."id")
FROM "entry" e
LEFT JOIN "entry" t ON t."id" = e."thread_id"
LEFT JOIN "project" p ON p."audience_id" = e."audience_id"
LEFT JOIN "org_unit" u ON u."audience_id" = e."audience_id" OR u."board_audience_id" = e."audience_id"
WHERE d."kind" = 'post' AND e."id" = d."subject_id";

-- The second engine, where there is one, is told so.
INSERT INTO "search_pending" ("kind", "subject_id")
SELECT "kind", "subject_id" FROM "search_document" WHERE "kind" = 'post'
ON CONFLICT ("kind", "subject_id") DO UPDATE SET "version" = "search_pending"."version" + 1;
