-- A voice is a person, too: "by A on behalf of B".
ALTER TABLE "entry" ADD COLUMN "behalf_of_id" UUID;
ALTER TABLE "entry" ADD CONSTRAINT "entry_behalf_of_id_fkey" FOREIGN KEY ("behalf_of_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a seat was before it changed, so that the chart can be shown as of a day.
CREATE TABLE "position_past" (
    "position_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "site_id" UUID,
    "grade" TEXT,

    CONSTRAINT "position_past_pkey" PRIMARY KEY ("position_id", "valid_from")
);
ALTER TABLE "position_past" ADD CONSTRAINT "position_past_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what schema.prisma cannot say. Named in docs/data.md.

-- What watches people is on only under a named agreement with a date.
ALTER TABLE "feature_switch" ADD CONSTRAINT "feature_switch_agreed" CHECK (NOT "enabled" OR ("agreement" IS NOT NULL AND "agreed_on" IS NOT NULL));

-- The same rule stood twice.
DROP INDEX "notification_unread_group";
