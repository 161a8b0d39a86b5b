/** Work that happens later or again and again, on any process with the worker role. */
export type Jobs = {
  /** Runs `work` at most once at a time over all processes, on a cron line (UTC, minutes resolution). */
  schedule(name: string, cron: string, work: () => Promise<void>): void;
  /** Handles the jobs sent under a name. */
  handle<T extends object>(name: string, work: (data: T) => Promise<void>): void;
  /** Queues one job; `startAfter` for later. Retries thrice with growing pauses. */
  send<T extends object>(
    name: string,
    data: T,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
};
