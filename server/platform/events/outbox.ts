import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { Ids } from '#server/platform/ids.ts';
import type { Logger } from '#server/platform/log/log.ts';
import type { Delivered, EventBase, Events } from './events.ts';

/** Events taken at once; the lease must outlast the handling of that many. */
const BATCH = 50;
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 12;
const POLL_MS = 1_000;

type Row = { id: string; type: string; payload: Record<string, unknown>; attempts: number };
type Listener<E extends EventBase> = {
  name: string;
  types: ReadonlySet<string>;
  handle: (event: Delivered<E>) => Promise<void> | void;
};

export type Outbox<E extends EventBase> = Events<E> & {
  /** Starts handling events in the background. */
  start(): void;
  /** Lets the running batch end, then stops. */
  stop(): Promise<void>;
  /** Handles everything that is due and resolves when nothing is left; for tests and commands. */
  drain(): Promise<void>;
};

/**
 * The transactional outbox. Rows are claimed with SKIP LOCKED under a lease, not read behind a
 * cursor: ids commit out of order, and a cursor would skip the late ones.
 */
export function createOutbox<E extends EventBase>(parts: { db: Database; ids: Ids; log: Logger }): Outbox<E> {
  const { db, log } = parts;
  const listeners: Listener<E>[] = [];
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<number> | undefined;

  async function claim(): Promise<Row[]> {
    const rows = await db.$queryRaw<Row[]>`
      UPDATE outbox_event SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
      WHERE id IN (
        SELECT id FROM outbox_event
        WHERE done_at IS NULL AND failed_at IS NULL AND next_attempt_at <= now()
        ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id::text, type, payload, attempts`;
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async function handle(row: Row, done: Set<string>): Promise<string[]> {
    const handled: string[] = [];
    const event = { ...row.payload, type: row.type, id: row.id } as unknown as Delivered<E>;
    for (const listener of listeners) {
      if (!listener.types.has(row.type) || done.has(`${row.id} ${listener.name}`)) continue;
      try {
        await listener.handle(event);
        handled.push(listener.name);
      } catch (error) {
        log.error(
          { err: error, event: row.type, listener: listener.name, attempt: row.attempts },
          'listener failed',
        );
        await remember([{ row, names: handled }]);
        await retryLater(row, error);
        throw error;
      }
    }
    return handled;
  }

  async function remember(outcomes: { row: Row; names: string[] }[]): Promise<void> {
    const pairs = outcomes.flatMap(({ row, names }) =>
      names.map((name) => ({ eventId: row.id, listener: name })),
    );
    if (pairs.length > 0) await db.listenerLedger.createMany({ data: pairs, skipDuplicates: true });
  }

  async function retryLater(row: Row, error: unknown): Promise<void> {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const pause = Math.min(2 ** row.attempts, 900);
    await db.$executeRaw`
      UPDATE outbox_event SET last_error = ${message},
        next_attempt_at = now() + make_interval(secs => ${pause}),
        failed_at = CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN now() END
      WHERE id = ${row.id}::uuid`;
  }

  async function runBatch(): Promise<number> {
    const rows = await claim();
    if (rows.length === 0) return 0;
    const retried = rows.filter((row) => row.attempts > 1).map((row) => row.id);
    const ledger = retried.length
      ? await db.listenerLedger.findMany({ where: { eventId: { in: retried } } })
      : [];
    const done = new Set(ledger.map((entry) => `${entry.eventId} ${entry.listener}`));
    const outcomes: { row: Row; names: string[] }[] = [];
    for (const row of rows) {
      try {
        outcomes.push({ row, names: await handle(row, done) });
      } catch {
        // Logged and put off by handle(); the other events of the batch go on.
      }
    }
    await remember(outcomes);
    const finished = outcomes.map(({ row }) => row.id);
    if (finished.length > 0) {
      await db.$executeRaw`UPDATE outbox_event SET done_at = now() WHERE id IN (${Prisma.join(finished.map((id) => Prisma.sql`${id}::uuid`))})`;
    }
    return rows.length;
  }

  function schedule(delay: number): void {
    if (!running) return;
    clearTimeout(timer);
    timer = setTimeout(tick, delay);
    timer.unref();
  }

  async function tick(): Promise<void> {
    if (current) return;
    current = runBatch();
    try {
      const handled = await current;
      schedule(handled === BATCH || wanted ? 0 : POLL_MS);
    } catch (error) {
      log.error({ err: error }, 'outbox batch failed');
      schedule(POLL_MS);
    } finally {
      wanted = false;
      current = undefined;
    }
  }

  let wanted = false;
  function wake(): void {
    if (!running) return;
    wanted = true;
    if (!current) schedule(0);
  }

  return {
    async transaction(work) {
      const result = await db.$transaction(work, { timeout: 30_000, maxWait: 10_000 });
      wake();
      return result;
    },
    async publish(tx, event) {
      const { type, ...payload } = event;
      await tx.$executeRaw`
        INSERT INTO outbox_event (id, type, payload) VALUES (${parts.ids.next()}::uuid, ${type}, ${JSON.stringify(payload)}::jsonb)`;
    },
    async publishAll(tx, events) {
      const rows = events.map(({ type, ...payload }) => ({ id: parts.ids.next(), type, payload }));
      for (let from = 0; from < rows.length; from += 5_000) {
        await tx.$executeRaw`
          INSERT INTO outbox_event (id, type, payload)
          SELECT r.id, r.type, r.payload
          FROM jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + 5_000))}::jsonb) AS r(id uuid, type text, payload jsonb)`;
      }
    },
    listen(name, types, handle) {
      if (listeners.some((listener) => listener.name === name))
        throw new Error(`two listeners are called ${name}`);
      listeners.push({
        name,
        types: new Set<string>(types),
        handle: handle as unknown as Listener<E>['handle'],
      });
    },
    start() {
      running = true;
      schedule(0);
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await current?.catch(() => {});
    },
    async drain() {
      while ((await runBatch()) > 0);
    },
  };
}
