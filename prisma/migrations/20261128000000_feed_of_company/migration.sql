-- The newest items of the whole company: who follows much finds their page among them.
CREATE INDEX "feed_item_of_company" ON "feed_item"("published_at" DESC, "id" DESC);
