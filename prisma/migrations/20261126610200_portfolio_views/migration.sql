-- Filters of the portfolio that a person comes back to.
CREATE TABLE "portfolio_view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portfolio_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "portfolio_view_person_id_name_key" ON "portfolio_view"("person_id", "name");
ALTER TABLE "portfolio_view" ADD CONSTRAINT "portfolio_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
