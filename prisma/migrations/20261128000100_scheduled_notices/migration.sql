-- The author of a scheduled post that was held back is told.
ALTER TYPE "notification_kind" ADD VALUE 'scheduled';
