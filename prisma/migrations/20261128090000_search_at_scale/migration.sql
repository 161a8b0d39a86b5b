-- Texts are a hundred times what has a title: people, projects, notices and statuses are looked up without them.
DROP INDEX "search_document_by_words";
CREATE INDEX "search_document_by_words" ON "search_document" USING GIN ("words") WHERE "title_folded" = '';
CREATE INDEX "search_document_by_words_titled" ON "search_document" USING GIN ("words") WHERE "title_folded" <> '';
-- Words that stand in very many texts are looked for among the newest.
CREATE INDEX "search_document_newest_texts" ON "search_document" ("at" DESC) WHERE "title_folded" = '';
