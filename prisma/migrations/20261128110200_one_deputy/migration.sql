-- One deputy at a time. Not for reading, as the other exclusions: no query names its whole condition.
ALTER TABLE "reporting_line"
  ADD CONSTRAINT "reporting_line_one_deputy"
    EXCLUDE USING gist ("position_id" WITH =, daterange("valid_from", "valid_to") WITH &&)
    WHERE ("kind" = 'deputy' AND "position_id" <> "manager_id");
