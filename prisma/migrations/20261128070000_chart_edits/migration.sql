-- CreateEnum
CREATE TYPE "chart_edit_kind" AS ENUM ('add', 'change', 'move', 'dotted', 'undotted', 'fill', 'vacate', 'end');

-- CreateTable
CREATE TABLE "chart_edit" (
    "id" UUID NOT NULL,
    "chart_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "kind" "chart_edit_kind" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "takes_effect_on" DATE NOT NULL,
    "rows" JSONB NOT NULL,
    "pending" JSONB,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "chart_edit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chart_edit_latest" ON "chart_edit"("chart_id", "at" DESC);

-- CreateIndex
CREATE INDEX "chart_edit_by_day" ON "chart_edit"("takes_effect_on");

-- AddForeignKey
ALTER TABLE "chart_edit" ADD CONSTRAINT "chart_edit_chart_id_fkey" FOREIGN KEY ("chart_id") REFERENCES "chart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chart_edit" ADD CONSTRAINT "chart_edit_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chart_edit" ADD CONSTRAINT "chart_edit_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
