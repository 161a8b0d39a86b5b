import PgBoss from 'pg-boss';
import { withAdvisoryLock } from '#server/platform/database/advisory-lock.ts';
import type { Logger } from '#server/platform/log/log.ts';
import type { Jobs } from './jobs.ts';

export type JobQueue = Jobs & {
  /** Opens the queue; with `work`, also takes jobs from it. */
  start(options: { work: boolean }): Promise<void>;
  /** For readiness: rejects unless the queue is open and its tables answer. */
  isWorking(): Promise<void>;
  /** Lets running jobs end, then closes. */
  stop(seconds: number): Promise<void>;
};

const RETRY = { retryLimit: 3, retryDelay: 10, retryBackoff: true };
const TICK = 'tick';

/**
 * Jobs in PostgreSQL by pg-boss, in its own schema `pgboss`. Register everything before `start`. Scheduled work
 * runs at most once at a time over all processes (queue policy "singleton").
 */
export function createJobQueue(options: { url: string; log: Logger }): JobQueue {
  const { log } = options;
  const scheduled = new Map<string, { cron: string; work: () => Promise<void> }>();
  // biome-ignore lint/suspicious/noExplicitAny: the name ties data to handler, as in any queue
  const handlers = new Map<string, (data: any) => Promise<void>>();
  const boss = new PgBoss({
    connectionString: options.url,
    max: 4,
    schema: 'pgboss',
    application_name: 'flurfunk jobs',
    clockMonitorIntervalSeconds: 600,
    cronMonitorIntervalSeconds: 15,
    cronWorkerIntervalSeconds: 4,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 3,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  let open = false;
  const waiting: (() => Promise<void>)[] = [];
  const queues = new Set<string>();

  async function queue(name: string, policy: 'standard' | 'singleton'): Promise<void> {
    if (queues.has(name)) return;
    await boss.createQueue(name, { name, policy, ...(policy === 'standard' ? RETRY : {}) });
    queues.add(name);
  }

  /** Makes the queue's schema and the queues that are missing; making them makes tables, and at once would deadlock. */
  async function openQueues(): Promise<void> {
    await boss.start();
    for (const { name } of await boss.getQueues()) queues.add(name);
    for (const name of handlers.keys()) await queue(name, 'standard');
    for (const name of scheduled.keys()) await queue(name, 'singleton');
  }

  async function run(name: string, work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    try {
      await work();
      log.debug({ job: name, ms: Math.round(performance.now() - start) }, 'job done');
    } catch (error) {
      log.error({ err: error, job: name }, 'job failed');
      throw error;
    }
  }

  return {
    schedule: (name, cron, work) => void scheduled.set(name, { cron, work }),
    handle: (name, work) => void handlers.set(name, work),
    async send(name, data, given) {
      const sending = async () => {
        await queue(name, 'standard');
        await boss.send(name, data, {
          ...(given?.startAfter ? { startAfter: given.startAfter } : {}),
          ...(given?.singletonKey ? { singletonKey: given.singletonKey } : {}),
        });
      };
      if (open) await sending();
      else waiting.push(sending);
    },
    async start({ work }) {
      await withAdvisoryLock(options.url, 'queues', openQueues);
      open = true;
      for (const sending of waiting.splice(0)) await sending();
      if (!work) return;
      for (const [name, handler] of handlers) {
        await boss.work<object>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
          for (const job of jobs) await run(name, () => handler(job.data));
        });
      }
      for (const [name, { cron, work: task }] of scheduled) {
        await boss.schedule(name, cron, { [TICK]: true });
        await boss.work(name, { pollingIntervalSeconds: 2 }, async () => run(name, task));
      }
    },
    async isWorking() {
      if (!open || !(await boss.isInstalled())) throw new Error('the job queue is closed');
    },
    async stop(seconds) {
      if (!open) return;
      open = false;
      await boss.stop({ graceful: true, wait: true, close: true, timeout: seconds * 1000 });
    },
  };
}
