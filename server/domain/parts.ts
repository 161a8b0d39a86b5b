import type { Clock } from '#server/platform/calendar/clock.ts';
import type { Config } from '#server/platform/config/config.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { Events } from '#server/platform/events/events.ts';
import type { Ids } from '#server/platform/ids.ts';
import type { Jobs } from '#server/platform/jobs/jobs.ts';
import type { Live } from '#server/platform/live/live.ts';
import type { Logger } from '#server/platform/log/log.ts';
import type { Mailer } from '#server/platform/mail/mailer.ts';
import type { FileScanner } from '#server/platform/scan/file-scanner.ts';
import type { FileStore } from '#server/platform/storage/file-store.ts';
import type { DomainEvent } from './events.ts';
import type { DomainLiveMessage } from './live-message.ts';

/** What every domain room is built from. Rooms take the parts they need by name. */
export type Parts = {
  config: Config;
  log: Logger;
  db: Database;
  clock: Clock;
  ids: Ids;
  events: Events<DomainEvent>;
  jobs: Jobs;
  live: Live<DomainLiveMessage>;
  mail: Mailer;
  files: FileStore;
  /** Looks through uploads; null where the company has none. */
  scan: FileScanner | null;
};
