import type { DomainEvent } from '#server/domain/events.ts';
import { createSearchService } from '#server/domain/search/search.service.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import type { Config } from '#server/platform/config/config.ts';
import { createDatabase } from '#server/platform/database/client.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { createLog } from '#server/platform/log/log.ts';

/** Builds the search index of the database at `url` anew, and tells how far it is. */
export async function reindexAll(config: Config, url: string): Promise<void> {
  const log = createLog(config);
  const db = createDatabase(url, { pool: 4 });
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
  }
}
