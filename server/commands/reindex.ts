import type { DomainEvent } from '#server/domain/events.ts';
import { createSearchService } from '#server/domain/search/search.service.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { createDatabase } from '#server/platform/database/client.ts';
import { runningEmbeddedUrl } from '#server/platform/database/embedded.ts';
import { openDatabase } from '#server/platform/database/open-database.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { createLog } from '#server/platform/log/log.ts';
import { runCommand } from './steps/run-command.ts';

// Builds the search index anew, beside a running server or without one. Search stays in use meanwhile.
await runCommand(async () => {
  const config = loadConfig(process.env);
  const log = createLog(config);
  const running = config.databaseUrl ? null : await runningEmbeddedUrl(config.dataDir);
  const database = running
    ? { url: running, stop: async () => {} }
    : await openDatabase(config, (text) => console.log(`  ${text}`));
  const db = createDatabase(database.url, { pool: 4 });
  try {
    const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log });
    const parts = { config, log, db, clock: systemClock, ids: uuidIds, events, jobs: createSyncJobs() };
    const started = Date.now();
    const seen = await createSearchService(parts).reindex((done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r  ${done} things seen`);
    });
    if (process.stdout.isTTY) process.stdout.write('\r');
    console.log(`  Indexed ${seen} things in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
});
