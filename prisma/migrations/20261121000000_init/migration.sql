CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'people_operations', 'employee', 'reader', 'external');

-- CreateEnum
CREATE TYPE "account_state" AS ENUM ('invited', 'active', 'suspended', 'ended');

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('personal', 'terminal');

-- CreateEnum
CREATE TYPE "code_kind" AS ENUM ('invitation', 'reset');

-- CreateEnum
CREATE TYPE "grant_kind" AS ENUM ('post_to_everyone', 'post_to_audience', 'must_read', 'speak_for', 'moderate', 'edit_chart', 'edit_people', 'site_staff', 'deputy', 'manage_project');

-- CreateEnum
CREATE TYPE "grant_scope" AS ENUM ('company', 'site', 'unit', 'project', 'chart', 'office', 'person');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('en', 'de');

-- CreateEnum
CREATE TYPE "german_tone" AS ENUM ('du', 'sie');

-- CreateEnum
CREATE TYPE "person_kind" AS ENUM ('employee', 'external');

-- CreateEnum
CREATE TYPE "audience_kind" AS ENUM ('everyone', 'site', 'unit', 'board', 'project', 'chart', 'channel', 'persons', 'combination', 'office');

-- CreateEnum
CREATE TYPE "membership_cause" AS ENUM ('site', 'unit', 'project', 'office', 'named', 'managed', 'follow');

-- CreateEnum
CREATE TYPE "chart_kind" AS ENUM ('company', 'project');

-- CreateEnum
CREATE TYPE "line_kind" AS ENUM ('primary', 'dotted');

-- CreateEnum
CREATE TYPE "field_visibility" AS ENUM ('everyone', 'unit', 'managers', 'me');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('post', 'status', 'pin', 'comment', 'answer');

-- CreateEnum
CREATE TYPE "entry_state" AS ENUM ('draft', 'in_review', 'scheduled', 'published', 'hidden', 'deleted');

-- CreateEnum
CREATE TYPE "intent" AS ENUM ('information', 'exchange', 'call_to_act');

-- CreateEnum
CREATE TYPE "scan_state" AS ENUM ('pending', 'clean', 'refused');

-- CreateEnum
CREATE TYPE "question_state" AS ENUM ('open', 'answered', 'declined', 'expired');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "moderation_kind" AS ENUM ('hide', 'restore', 'dismiss');

-- CreateEnum
CREATE TYPE "lifecycle" AS ENUM ('active', 'paused', 'done', 'archived');

-- CreateEnum
CREATE TYPE "health" AS ENUM ('on_track', 'at_risk', 'off_track');

-- CreateEnum
CREATE TYPE "project_visibility" AS ENUM ('open', 'members');

-- CreateEnum
CREATE TYPE "cadence" AS ENUM ('weekly', 'fortnightly', 'monthly', 'none');

-- CreateEnum
CREATE TYPE "responsibility_role" AS ENUM ('lead', 'deputy', 'sponsor');

-- CreateEnum
CREATE TYPE "responsibility_scope" AS ENUM ('project', 'channel');

-- CreateEnum
CREATE TYPE "pin_kind" AS ENUM ('note', 'question', 'thanks');

-- CreateEnum
CREATE TYPE "pin_visibility" AS ENUM ('everyone', 'unit', 'two');

-- CreateEnum
CREATE TYPE "feed_kind" AS ENUM ('post', 'status', 'pin', 'joiner');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('mention', 'comment', 'pin', 'answer', 'question', 'report', 'moderation', 'status', 'import', 'account');

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('person', 'post', 'project');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('organisation', 'people', 'projects');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('planned', 'applying', 'applied', 'failed', 'undone');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "kind" "person_kind" NOT NULL DEFAULT 'employee',
    "given_name" TEXT NOT NULL DEFAULT '',
    "family_name" TEXT NOT NULL DEFAULT '',
    "display_name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "name_withheld" BOOLEAN NOT NULL DEFAULT false,
    "personnel_number" TEXT,
    "external_source" TEXT,
    "external_id" TEXT,
    "site_id" UUID,
    "language" "language",
    "tone" "german_tone",
    "time_zone" TEXT,
    "joined_on" DATE,
    "ends_on" DATE,
    "erased_at" TIMESTAMPTZ(3),
    "photo_file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "role" "role" NOT NULL DEFAULT 'employee',
    "state" "account_state" NOT NULL DEFAULT 'invited',
    "totp_secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "session_kind" NOT NULL DEFAULT 'personal',
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "code_kind" NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "kind" "grant_kind" NOT NULL,
    "scope" "grant_scope" NOT NULL DEFAULT 'company',
    "scope_id" UUID,
    "person_id" UUID,
    "position_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "given_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_de" TEXT NOT NULL,
    "audience_id" UUID,
    "independent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audience" (
    "id" UUID NOT NULL,
    "kind" "audience_kind" NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "natural_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audience_part" (
    "audience_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,

    CONSTRAINT "audience_part_pkey" PRIMARY KEY ("audience_id","part_id")
);

-- CreateTable
CREATE TABLE "audience_membership" (
    "audience_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "cause" "membership_cause" NOT NULL,
    "cause_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "audience_membership_pkey" PRIMARY KEY ("audience_id","person_id","cause","valid_from")
);

-- CreateTable
CREATE TABLE "subscription" (
    "person_id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "cause" "membership_cause" NOT NULL,
    "muted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("person_id","audience_id","cause")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "calendar_id" UUID,
    "audience_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_calendar" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "workdays" INTEGER[],
    "start_minute" INTEGER NOT NULL DEFAULT 480,
    "end_minute" INTEGER NOT NULL DEFAULT 1020,

    CONSTRAINT "working_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "calendar_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_de" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("calendar_id","on")
);

-- CreateTable
CREATE TABLE "feature_switch" (
    "site_id" UUID NOT NULL,
    "feature" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "agreement" TEXT,
    "agreed_on" DATE,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feature_switch_pkey" PRIMARY KEY ("site_id","feature")
);

-- CreateTable
CREATE TABLE "org_unit" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parent_id" UUID,
    "site_id" UUID,
    "audience_id" UUID NOT NULL,
    "board_audience_id" UUID NOT NULL,
    "external_source" TEXT,
    "external_id" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "org_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chart" (
    "id" UUID NOT NULL,
    "kind" "chart_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "audience_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "chart_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "site_id" UUID,
    "search_title" TEXT NOT NULL DEFAULT '',
    "grade" TEXT,
    "rank" INTEGER NOT NULL DEFAULT 0,
    "vacant_since" DATE,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "external_source" TEXT,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "share" INTEGER NOT NULL DEFAULT 100,
    "main" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reporting_line" (
    "id" UUID NOT NULL,
    "chart_id" UUID NOT NULL,
    "position_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "kind" "line_kind" NOT NULL DEFAULT 'primary',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "reporting_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "profile_field" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "values" TEXT[],
    "visibility" "field_visibility" NOT NULL DEFAULT 'everyone',

    CONSTRAINT "profile_field_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "deputy_id" UUID,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "author_id" UUID NOT NULL,
    "office_id" UUID,
    "mandate_id" UUID,
    "audience_id" UUID NOT NULL,
    "thread_id" UUID,
    "intent" "intent" NOT NULL DEFAULT 'information',
    "state" "entry_state" NOT NULL DEFAULT 'published',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "approved_revision" INTEGER,
    "language" "language" NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "scheduled_for" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "comments_closed" BOOLEAN NOT NULL DEFAULT false,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removal_reason" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "purge_after" TIMESTAMPTZ(3),
    "legal_hold" BOOLEAN NOT NULL DEFAULT false,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_body" (
    "entry_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "language" "language" NOT NULL,
    "source" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_body_pkey" PRIMARY KEY ("entry_id","revision","language")
);

-- CreateTable
CREATE TABLE "reaction" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "emoji" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("entry_id","person_id","emoji")
);

-- CreateTable
CREATE TABLE "mention" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("entry_id","person_id")
);

-- CreateTable
CREATE TABLE "follow" (
    "person_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "muted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("person_id","entry_id")
);

-- CreateTable
CREATE TABLE "saved_entry" (
    "person_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_entry_pkey" PRIMARY KEY ("person_id","entry_id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "alt_text" TEXT NOT NULL DEFAULT '',
    "scan" "scan_state" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "entry_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("entry_id","file_id")
);

-- CreateTable
CREATE TABLE "question" (
    "entry_id" UUID NOT NULL,
    "asked_of_id" UUID NOT NULL,
    "answerer_id" UUID NOT NULL,
    "state" "question_state" NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_act" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "moderator_id" UUID NOT NULL,
    "act" "moderation_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "moderation_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description_en" TEXT NOT NULL DEFAULT '',
    "description_de" TEXT NOT NULL DEFAULT '',
    "lifecycle" "lifecycle" NOT NULL DEFAULT 'active',
    "visibility" "project_visibility" NOT NULL DEFAULT 'open',
    "audience_id" UUID NOT NULL,
    "chart_id" UUID NOT NULL,
    "unit_id" UUID,
    "parent_id" UUID,
    "started_on" DATE,
    "original_target_on" DATE,
    "target_on" DATE,
    "health" "health",
    "last_status_at" TIMESTAMPTZ(3),
    "cadence" "cadence" NOT NULL DEFAULT 'weekly',
    "cadence_weekday" INTEGER NOT NULL DEFAULT 5,
    "cadence_hour" INTEGER NOT NULL DEFAULT 12,
    "paused_at" TIMESTAMPTZ(3),
    "external_source" TEXT,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "responsibility" (
    "id" UUID NOT NULL,
    "scope" "responsibility_scope" NOT NULL,
    "scope_id" UUID NOT NULL,
    "role" "responsibility_role" NOT NULL,
    "person_id" UUID,
    "position_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_de" TEXT NOT NULL,
    "original_on" DATE NOT NULL,
    "target_on" DATE NOT NULL,
    "done_on" DATE,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_update" (
    "entry_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "health" "health" NOT NULL,
    "target_on" DATE,
    "previous_target_on" DATE,
    "slip_reason" TEXT,
    "blockers" TEXT,
    "help_wanted" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_update_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "pin" (
    "entry_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" "pin_kind" NOT NULL,
    "visibility" "pin_visibility" NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_on_top_at" TIMESTAMPTZ(3),

    CONSTRAINT "pin_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "pinboard" (
    "owner_id" UUID NOT NULL,
    "off" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pinboard_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "block" (
    "owner_id" UUID NOT NULL,
    "blocked_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("owner_id","blocked_id")
);

-- CreateTable
CREATE TABLE "feed_item" (
    "id" UUID NOT NULL,
    "kind" "feed_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "audience_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "activity_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "read_state" (
    "person_id" UUID NOT NULL,
    "watermark" TIMESTAMPTZ(3) NOT NULL,
    "last_visit_at" TIMESTAMPTZ(3),
    "visit_started_at" TIMESTAMPTZ(3),

    CONSTRAINT "read_state_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "read_exception" (
    "person_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "read" BOOLEAN NOT NULL,

    CONSTRAINT "read_exception_pkey" PRIMARY KEY ("person_id","item_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "subject_id" UUID,
    "entry_id" UUID,
    "group_key" TEXT NOT NULL,
    "actor_ids" UUID[],
    "count" INTEGER NOT NULL DEFAULT 1,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "kind" "search_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "audience_id" UUID,
    "title" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "body_folded" TEXT NOT NULL,
    "author_id" UUID,
    "unit_id" UUID,
    "site_id" UUID,
    "project_id" UUID,
    "at" TIMESTAMPTZ(3),
    "words" tsvector,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listener_ledger" (
    "event_id" UUID NOT NULL,
    "listener" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listener_ledger_pkey" PRIMARY KEY ("event_id","listener")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "chart_id" UUID,
    "state" "import_state" NOT NULL DEFAULT 'planned',
    "plan" JSONB NOT NULL,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "started_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "remedies" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("signature")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_handle_key" ON "person"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "person_personnel_number_key" ON "person"("personnel_number");

-- CreateIndex
CREATE INDEX "person_by_directory_order" ON "person"("sort_name", "id");

-- CreateIndex
CREATE INDEX "person_by_site_directory_order" ON "person"("site_id", "sort_name", "id");

-- CreateIndex
CREATE INDEX "person_by_end" ON "person"("ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "person_external_source_external_id_key" ON "person"("external_source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_by_account" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_by_expiry" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "known_device_by_account" ON "known_device"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_code_hash_key" ON "one_time_code"("code_hash");

-- CreateIndex
CREATE INDEX "one_time_code_by_account" ON "one_time_code"("account_id");

-- CreateIndex
CREATE INDEX "grant_by_person" ON "grant"("person_id");

-- CreateIndex
CREATE INDEX "grant_by_position" ON "grant"("position_id");

-- CreateIndex
CREATE INDEX "grant_by_scope" ON "grant"("kind", "scope", "scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_slug_key" ON "office"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "audience_natural_key_key" ON "audience"("natural_key");

-- CreateIndex
CREATE INDEX "audience_part_by_part" ON "audience_part"("part_id");

-- CreateIndex
CREATE INDEX "audience_membership_by_person" ON "audience_membership"("person_id", "audience_id");

-- CreateIndex
CREATE INDEX "subscription_by_audience" ON "subscription"("audience_id");

-- CreateIndex
CREATE UNIQUE INDEX "site_slug_key" ON "site"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "site_audience_id_key" ON "site"("audience_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_unit_audience_id_key" ON "org_unit"("audience_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_unit_board_audience_id_key" ON "org_unit"("board_audience_id");

-- CreateIndex
CREATE INDEX "org_unit_by_parent" ON "org_unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "org_unit_external_source_external_id_key" ON "org_unit"("external_source", "external_id");

-- CreateIndex
CREATE INDEX "position_by_chart" ON "position"("chart_id", "rank", "id");

-- CreateIndex
CREATE INDEX "position_by_unit" ON "position"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "position_chart_id_external_source_external_id_key" ON "position"("chart_id", "external_source", "external_id");

-- CreateIndex
CREATE INDEX "assignment_by_person" ON "assignment"("person_id", "valid_from");

-- CreateIndex
CREATE INDEX "assignment_by_position" ON "assignment"("position_id", "valid_from");

-- CreateIndex
CREATE INDEX "reporting_line_by_manager" ON "reporting_line"("manager_id", "kind");

-- CreateIndex
CREATE INDEX "reporting_line_by_position" ON "reporting_line"("position_id", "kind");

-- CreateIndex
CREATE INDEX "reporting_line_by_chart" ON "reporting_line"("chart_id");

-- CreateIndex
CREATE INDEX "absence_by_person" ON "absence"("person_id", "until");

-- CreateIndex
CREATE INDEX "entry_by_thread" ON "entry"("thread_id", "published_at", "id");

-- CreateIndex
CREATE INDEX "entry_by_author" ON "entry"("author_id", "kind", "published_at" DESC);

-- CreateIndex
CREATE INDEX "entry_by_audience" ON "entry"("audience_id");

-- CreateIndex
CREATE INDEX "entry_by_purge" ON "entry"("purge_after");

-- CreateIndex
CREATE INDEX "entry_by_schedule" ON "entry"("state", "scheduled_for");

-- CreateIndex
CREATE UNIQUE INDEX "entry_author_id_idempotency_key_key" ON "entry"("author_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "mention_by_person" ON "mention"("person_id");

-- CreateIndex
CREATE INDEX "follow_by_entry" ON "follow"("entry_id");

-- CreateIndex
CREATE INDEX "saved_entry_by_person" ON "saved_entry"("person_id", "saved_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "file_storage_key_key" ON "file"("storage_key");

-- CreateIndex
CREATE INDEX "question_by_answerer" ON "question"("answerer_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "question_by_due" ON "question"("state", "due_at");

-- CreateIndex
CREATE INDEX "report_by_state" ON "report"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_entry_id_reporter_id_key" ON "report"("entry_id", "reporter_id");

-- CreateIndex
CREATE INDEX "moderation_act_by_entry" ON "moderation_act"("entry_id");

-- CreateIndex
CREATE INDEX "moderation_act_latest" ON "moderation_act"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "project_audience_id_key" ON "project"("audience_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_chart_id_key" ON "project"("chart_id");

-- CreateIndex
CREATE INDEX "project_by_lifecycle" ON "project"("lifecycle", "name");

-- CreateIndex
CREATE UNIQUE INDEX "project_external_source_external_id_key" ON "project"("external_source", "external_id");

-- CreateIndex
CREATE INDEX "responsibility_by_scope" ON "responsibility"("scope", "scope_id");

-- CreateIndex
CREATE INDEX "responsibility_by_person" ON "responsibility"("person_id");

-- CreateIndex
CREATE INDEX "milestone_by_project" ON "milestone"("project_id", "target_on");

-- CreateIndex
CREATE INDEX "status_update_by_project" ON "status_update"("project_id", "published_at" DESC, "entry_id" DESC);

-- CreateIndex
CREATE INDEX "pin_by_owner" ON "pin"("owner_id", "published_at" DESC, "entry_id" DESC);

-- CreateIndex
CREATE INDEX "feed_item_latest" ON "feed_item"("audience_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feed_item_activity" ON "feed_item"("audience_id", "activity_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feed_item_by_author" ON "feed_item"("author_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "feed_item_kind_subject_id_key" ON "feed_item"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "notification_by_person" ON "notification"("person_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_latest" ON "audit_entry"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_by_subject" ON "audit_entry"("subject_kind", "subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "import_run_latest" ON "import_run"("created_at" DESC);

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_part" ADD CONSTRAINT "audience_part_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_part" ADD CONSTRAINT "audience_part_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "audience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_membership" ADD CONSTRAINT "audience_membership_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_membership" ADD CONSTRAINT "audience_membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "working_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "working_calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature_switch" ADD CONSTRAINT "feature_switch_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feature_switch" ADD CONSTRAINT "feature_switch_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_board_audience_id_fkey" FOREIGN KEY ("board_audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chart" ADD CONSTRAINT "chart_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_chart_id_fkey" FOREIGN KEY ("chart_id") REFERENCES "chart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_chart_id_fkey" FOREIGN KEY ("chart_id") REFERENCES "chart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_line" ADD CONSTRAINT "reporting_line_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_field" ADD CONSTRAINT "profile_field_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_body" ADD CONSTRAINT "entry_body_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_body" ADD CONSTRAINT "entry_body_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_entry" ADD CONSTRAINT "saved_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_entry" ADD CONSTRAINT "saved_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_asked_of_id_fkey" FOREIGN KEY ("asked_of_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_answerer_id_fkey" FOREIGN KEY ("answerer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_act" ADD CONSTRAINT "moderation_act_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_chart_id_fkey" FOREIGN KEY ("chart_id") REFERENCES "chart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_update" ADD CONSTRAINT "status_update_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pinboard" ADD CONSTRAINT "pinboard_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_blocked_id_fkey" FOREIGN KEY ("blocked_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_audience_id_fkey" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_item" ADD CONSTRAINT "feed_item_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_state" ADD CONSTRAINT "read_state_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_exception" ADD CONSTRAINT "read_exception_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_exception" ADD CONSTRAINT "read_exception_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "feed_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listener_ledger" ADD CONSTRAINT "listener_ledger_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "outbox_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_chart_id_fkey" FOREIGN KEY ("chart_id") REFERENCES "chart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Below: what schema.prisma cannot say. Named in docs/data.md.

-- One primary reporting line at a time, no line to oneself, no period that ends before it begins.
ALTER TABLE "reporting_line"
  ADD CONSTRAINT "reporting_line_one_primary"
    EXCLUDE USING gist ("position_id" WITH =, daterange("valid_from", "valid_to") WITH &&) WHERE ("kind" = 'primary'),
  ADD CONSTRAINT "reporting_line_not_itself" CHECK ("position_id" <> "manager_id"),
  ADD CONSTRAINT "reporting_line_period" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");
ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_period" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from"),
  ADD CONSTRAINT "assignment_share" CHECK ("share" BETWEEN 1 AND 100),
  ADD CONSTRAINT "assignment_once"
    EXCLUDE USING gist ("position_id" WITH =, "person_id" WITH =, daterange("valid_from", "valid_to") WITH &&);
ALTER TABLE "position" ADD CONSTRAINT "position_period" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");
ALTER TABLE "absence" ADD CONSTRAINT "absence_period" CHECK ("until" > "from");
ALTER TABLE "audience_membership"
  ADD CONSTRAINT "audience_membership_period" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");
ALTER TABLE "grant" ADD CONSTRAINT "grant_held_by_one" CHECK (("person_id" IS NULL) <> ("position_id" IS NULL));
ALTER TABLE "responsibility" ADD CONSTRAINT "responsibility_held_by_one" CHECK (("person_id" IS NULL) <> ("position_id" IS NULL));

-- The dispatcher reads only what is still to do.
CREATE INDEX "outbox_event_pending" ON "outbox_event" ("next_attempt_at", "id") WHERE "done_at" IS NULL AND "failed_at" IS NULL;

-- One unread notice a thread and kind, and the unread count.
CREATE UNIQUE INDEX "notification_unread_group" ON "notification" ("person_id", "group_key") WHERE "read_at" IS NULL;

-- The audience of everyone, known by this id everywhere and never materialised.
INSERT INTO "audience" ("id", "kind", "open", "natural_key") VALUES ('00000000-0000-7000-8000-000000000001', 'everyone', true, 'everyone');
