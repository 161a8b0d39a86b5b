-- The search in a chart looks for parts of names and titles.
CREATE INDEX "person_by_part_of_name" ON "person" USING GIN ("sort_name" gin_trgm_ops);
CREATE INDEX "position_by_part_of_title" ON "position" USING GIN ("search_title" gin_trgm_ops);
-- What is planned for a seat is read with every card of a day to come.
CREATE INDEX "chart_edit_planned" ON "chart_edit" ("position_id") WHERE "pending" IS NOT NULL;
