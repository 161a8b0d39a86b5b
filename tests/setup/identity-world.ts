import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import { createAccount, type NewAccount } from '#server/domain/identity/create-account.ts';
import { createPerson, type NewPerson } from '#server/domain/identity/create-person.ts';
import { createIdentityService } from '#server/domain/identity/identity.service.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { createSettingsService } from '#server/domain/settings/settings.service.ts';
import { manualClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import type { Database } from '#server/platform/database/client.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { silentLive } from '#server/platform/live/live.ts';
import type { Mail } from '#server/platform/mail/mailer.ts';
import { createTestDatabase } from './database.ts';

export type IdentityWorld = Awaited<ReturnType<typeof identityWorld>>;

/** Identity and settings alone on a fresh database: what sign-in needs, without the rooms above it. */
export async function identityWorld() {
  const { db, drop } = await createTestDatabase();
  const clock = manualClock(new Date('2026-03-02T09:00:00Z'));
  const log = pino({ level: 'silent' });
  const jobs = createSyncJobs();
  const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log });
  const dropped: string[] = [];
  const mails: Mail[] = [];
  const counted = counting(db);
  const parts: Parts = {
    config: loadConfig({ NODE_ENV: 'test', APP_URL: 'https://flurfunk.test' }),
    log,
    db: counted.db,
    clock,
    ids: uuidIds,
    events,
    jobs,
    live: {
      ...silentLive,
      dropSession: (id) => void dropped.push(id),
      dropPerson: (id) => void dropped.push(id),
    },
    mail: { send: async (mail) => void mails.push(mail), close: async () => {} },
    files: { put: async () => {}, get: async () => null, remove: async () => {} },
    scan: null,
  };
  const settings = createSettingsService(parts);
  const identity = createIdentityService(parts, settings);
  return {
    ...parts,
    parts,
    db: counted.db,
    clock,
    jobs,
    events,
    settings,
    identity,
    mails,
    /** Ids of sessions and persons whose sockets were dropped. */
    dropped,
    statements: counted.statements,
    drop,
    /** A site, with nothing but what sign-in needs of it. */
    async site(name: string): Promise<string> {
      const [id, audienceId] = [uuidIds.next(), uuidIds.next()];
      await db.audience.create({ data: { id: audienceId, kind: 'site' } });
      const place = { timeZone: 'Europe/Berlin', region: 'DE-HH', audienceId };
      await db.site.create({ data: { id, slug: name.toLowerCase(), name, ...place } });
      return id;
    },
    /** A person without an account. */
    async bare(person: Partial<NewPerson> = {}): Promise<{ personId: string }> {
      const given = { givenName: 'Jonas', familyName: 'Böttger', ...person };
      const { id } = await db.$transaction((tx) => createPerson(tx, parts, given));
      return { personId: id };
    },
    /** A person with an account; active when a password is given. */
    async person(given: Partial<NewPerson> & Partial<Omit<NewAccount, 'id' | 'personId'>> = {}) {
      const { email, password, passwordHash, role, state, ...person } = given;
      return db.$transaction(async (tx) => {
        const { id: personId, handle } = await createPerson(tx, parts, {
          givenName: 'Mara',
          familyName: 'Süß-Lindemann',
          ...person,
        });
        const account = await createAccount(tx, parts, {
          personId,
          ...(email === undefined ? {} : { email }),
          ...(password ? { password } : {}),
          ...(passwordHash ? { passwordHash } : {}),
          ...(role ? { role } : {}),
          ...(state ? { state } : {}),
        });
        return { personId, handle, accountId: account.id };
      });
    },
  };
}

/** Somebody at the door. */
export function visitor(given: Partial<Visitor> = {}): Visitor {
  return {
    address: '192.0.2.1',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
    deviceToken: null,
    requestId: null,
    local: false,
    ...given,
  };
}

function counting(db: Database) {
  let statements = 0;
  const extended = db.$extends({
    query: {
      $allOperations({ args, query }) {
        statements += 1;
        return query(args);
      },
    },
  });
  return { db: extended as unknown as Database, statements: () => statements };
}
