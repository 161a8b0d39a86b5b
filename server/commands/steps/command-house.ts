import type { DomainEvent } from '#server/domain/events.ts';
import type { Parts } from '#server/domain/parts.ts';
import { createSettingsService } from '#server/domain/settings/settings.service.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { createDatabase } from '#server/platform/database/client.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { openBeside } from '#server/platform/database/open-beside.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { silentLive } from '#server/platform/live/live.ts';
import { createLog } from '#server/platform/log/log.ts';
import { createMailer } from '#server/platform/mail/create-mailer.ts';
import { createFileStore } from '#server/platform/storage/create-file-store.ts';

export type CommandHouse = Parts & {
  settings: ReturnType<typeof createSettingsService>;
  close: () => Promise<void>;
};

/**
 * The company side for a command, beside a running Flurfunk or without one. Nothing is listened to here: what the
 * command's events set off is done by the server, now or when it starts.
 */
export async function openCommandHouse(say: (text: string) => void): Promise<CommandHouse> {
  const config = loadConfig(process.env);
  const database = await openBeside(config, say);
  await migrate(database.url, { info: say });
  const db = createDatabase(database.url, { pool: 4 });
  const log = createLog({ ...config, log: { ...config.log, level: 'error' } });
  const mail = createMailer(config, log);
  const parts: Parts = {
    config,
    log,
    db,
    clock: systemClock,
    ids: uuidIds,
    events: createOutbox<DomainEvent>({ db, ids: uuidIds, log }),
    jobs: createSyncJobs(),
    live: silentLive,
    mail,
    files: createFileStore(config),
    scan: null,
  };
  const close = async () => {
    await mail.close();
    await db.$disconnect();
    await database.stop();
  };
  return { ...parts, settings: createSettingsService(parts), close };
}
