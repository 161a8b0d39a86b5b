-- The directory is narrowed by skills and languages: the values once more, folded as the app folds names.
ALTER TABLE "profile_field" ADD COLUMN "folded" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "profile_field" SET "folded" = ARRAY(
  SELECT replace(replace(replace(replace(lower(v), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss') FROM unnest("values") v);
CREATE INDEX "profile_field_findable" ON "profile_field" USING gin ("folded") WHERE "visibility" = 'everyone';
CREATE INDEX "profile_field_by_key" ON "profile_field" ("key") WHERE "visibility" = 'everyone';
