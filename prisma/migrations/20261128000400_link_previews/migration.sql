-- The first of our own pages that a text links to, found when it is rendered. Texts from before have none until their next edit.
ALTER TABLE "entry_body" ADD COLUMN "link" TEXT;
