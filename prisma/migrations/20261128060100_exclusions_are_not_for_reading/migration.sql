-- The GiST indexes behind these two rules look as cheap to PostgreSQL as the plain indexes on the same columns, and are a
-- hundred times as slow to look one row up in: a table of 100,000 positions took minutes. Each gets a condition that every
-- row meets (there is a CHECK for it) and no query names: the rule holds as before, the index is never read from.
ALTER TABLE "assignment"
  DROP CONSTRAINT "assignment_once",
  ADD CONSTRAINT "assignment_once"
    EXCLUDE USING gist ("position_id" WITH =, "person_id" WITH =, daterange("valid_from", "valid_to") WITH &&)
    WHERE ("share" > 0);
ALTER TABLE "reporting_line"
  DROP CONSTRAINT "reporting_line_one_primary",
  ADD CONSTRAINT "reporting_line_one_primary"
    EXCLUDE USING gist ("position_id" WITH =, daterange("valid_from", "valid_to") WITH &&)
    WHERE ("kind" = 'primary' AND "position_id" <> "manager_id");
