-- Response times, where a site's works agreement allows them: single ones until their quarter ends, then figures of groups.
CREATE TABLE "answer_time" (
    "question_id" UUID NOT NULL,
    "answerer_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "quarter" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "answer_time_pkey" PRIMARY KEY ("question_id")
);
ALTER TABLE "answer_time" ADD CONSTRAINT "answer_time_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_time" ADD CONSTRAINT "answer_time_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_time" ADD CONSTRAINT "answer_time_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_time" ADD CONSTRAINT "answer_time_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "answer_time_by_quarter" ON "answer_time"("quarter");
CREATE INDEX "answer_time_by_answerer" ON "answer_time"("answerer_id");

CREATE TABLE "answer_figure" (
    "unit_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "quarter" DATE NOT NULL,
    "median_minutes" INTEGER NOT NULL,
    "ninetieth_minutes" INTEGER NOT NULL,

    CONSTRAINT "answer_figure_pkey" PRIMARY KEY ("quarter","unit_id","site_id")
);
ALTER TABLE "answer_figure" ADD CONSTRAINT "answer_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "answer_figure" ADD CONSTRAINT "answer_figure_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
