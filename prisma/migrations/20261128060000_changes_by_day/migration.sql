-- What changed in a chart between two days is found by the days on which something begins or ends.
CREATE INDEX "assignment_by_start" ON "assignment"("valid_from");
CREATE INDEX "assignment_by_end" ON "assignment"("valid_to");
CREATE INDEX "reporting_line_by_start" ON "reporting_line"("chart_id", "valid_from");
CREATE INDEX "reporting_line_by_end" ON "reporting_line"("chart_id", "valid_to");
CREATE INDEX "position_by_start" ON "position"("chart_id", "valid_from");
CREATE INDEX "position_by_end" ON "position"("chart_id", "valid_to");
CREATE INDEX "position_past_by_end" ON "position_past"("valid_to");
