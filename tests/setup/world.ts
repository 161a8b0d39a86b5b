import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manualClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import type { Live, LiveMessage } from '#server/platform/live/live.ts';
import type { Mail } from '#server/platform/mail/mailer.ts';
import { createServices, registerListeners } from '#server/services.ts';
import { createBuilders } from '#tests/factories/builders.ts';
import { createTestDatabase } from './database.ts';

export type World = Awaited<ReturnType<typeof testWorld>>;

/**
 * The whole company side on a fresh database: every service with its listeners, a clock that stands still, and a
 * live wire, mail box and file store that remember. `settle()` lets everything happen that was set off.
 */
export async function testWorld(options: { now?: Date } = {}) {
  const { db, url, drop } = await createTestDatabase();
  const clock = manualClock(options.now ?? new Date());
  const log = pino({ level: 'silent' });
  const jobs = createSyncJobs();
  const outbox = createOutbox<DomainEvent>({ db, ids: uuidIds, log });
  const emitted: { room: string; message: LiveMessage }[] = [];
  const dropped: string[] = [];
  const mails: Mail[] = [];
  const stored = new Map<string, Uint8Array>();
  const live: Live = {
    emit: (room, message) => void emitted.push({ room, message }),
    dropSession: (id) => void dropped.push(id),
    dropPerson: (id) => void dropped.push(id),
    moveRooms: () => {},
    refreshRooms: () => {},
  };
  const parts: Parts = {
    config: loadConfig({ NODE_ENV: 'test', APP_URL: 'https://flurfunk.test' }),
    log,
    db,
    clock,
    ids: uuidIds,
    events: outbox,
    jobs,
    live,
    mail: { send: async (mail) => void mails.push(mail), close: async () => {} },
    files: {
      put: async (key, bytes) => void stored.set(key, bytes),
      get: async (key) => stored.get(key) ?? null,
      remove: async (key) => void stored.delete(key),
    },
    scan: null,
  };
  const services = createServices(parts);
  registerListeners(parts, services);
  return {
    db,
    url,
    clock,
    jobs,
    parts,
    services,
    /** What screens were told, in order. */
    emitted,
    /** Sessions and persons whose sockets were dropped. */
    dropped,
    mails,
    build: createBuilders(parts),
    settle: () => outbox.drain(),
    drop,
  };
}
