-- The company's own profile fields become rows: what people tell in them lies in profile_field under custom.<slug>.
CREATE TYPE "company_field_kind" AS ENUM ('line', 'list');
CREATE TABLE "company_field" (
    "slug" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "label_de" TEXT NOT NULL,
    "kind" "company_field_kind" NOT NULL DEFAULT 'line',
    "rank" INTEGER NOT NULL,
    "visibility" "field_visibility" NOT NULL DEFAULT 'unit',
    "widest" "field_visibility" NOT NULL DEFAULT 'everyone',
    "self_edited" BOOLEAN NOT NULL DEFAULT true,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_field_pkey" PRIMARY KEY ("slug"),
    CONSTRAINT "company_field_slug" CHECK ("slug" ~ '^[a-z][a-z0-9_]{0,39}$'),
    CONSTRAINT "company_field_widest" CHECK ("visibility" >= "widest")
);
INSERT INTO "company_field" ("slug", "label_en", "label_de", "rank", "visibility")
SELECT f.value->>'slug', f.value->>'labelEn', f.value->>'labelDe', f.ordinality, COALESCE(f.value->>'visibility', 'unit')::"field_visibility"
FROM "setting" s, jsonb_array_elements(s."value") WITH ORDINALITY f WHERE s."key" = 'people.fields';
DELETE FROM "setting" WHERE "key" = 'people.fields';
