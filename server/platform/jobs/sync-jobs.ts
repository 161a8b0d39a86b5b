import type { Jobs } from './jobs.ts';

export type SyncJobs = Jobs & {
  /** Runs a scheduled work now. */
  run(name: string): Promise<void>;
  /** Runs what was sent for later and is due at `now`. */
  runDue(now: Date): Promise<void>;
};

/** Jobs without a queue, for tests and commands: a job runs when it is sent, a later one when it is asked for. */
export function createSyncJobs(): SyncJobs {
  const scheduled = new Map<string, () => Promise<void>>();
  // biome-ignore lint/suspicious/noExplicitAny: the name ties data to handler, as in any queue
  const handlers = new Map<string, (data: any) => Promise<void>>();
  let later: { name: string; data: object; at: Date; key: string | undefined }[] = [];
  return {
    schedule: (name, _cron, work) => void scheduled.set(name, work),
    handle: (name, work) => void handlers.set(name, work),
    async send(name, data, options) {
      if (!options?.startAfter) return handlers.get(name)?.(data);
      const { singletonKey: key } = options;
      if (key && later.some((job) => job.name === name && job.key === key)) return;
      later.push({ name, data, at: options.startAfter, key });
    },
    async run(name) {
      const work = scheduled.get(name);
      if (!work) throw new Error(`nothing is scheduled as ${name}`);
      await work();
    },
    async runDue(now) {
      const due = later.filter((job) => job.at <= now);
      later = later.filter((job) => job.at > now);
      for (const job of due) await handlers.get(job.name)?.(job.data);
    },
  };
}
