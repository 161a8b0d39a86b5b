-- Similar questions are looked for by any of many words: among the answered questions alone, however many posts there are.
CREATE INDEX "search_document_questions" ON "search_document" USING gin ("words") WHERE "kind" = 'question';
