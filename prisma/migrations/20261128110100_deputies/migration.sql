-- Who stands in on a seat is another seat of the chart, from a day to another, like a line.
ALTER TYPE "line_kind" ADD VALUE 'deputy';
ALTER TYPE "chart_edit_kind" ADD VALUE 'deputy';
ALTER TYPE "chart_edit_kind" ADD VALUE 'undeputy';
