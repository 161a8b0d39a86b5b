import type { Logger } from '#server/platform/log/log.ts';

export type Shutdown = {
  /** Registers what must be ended; the last that was opened is ended first. */
  add(name: string, end: () => Promise<unknown> | unknown): void;
  /** Ends everything once, in reverse order; a part that fails does not keep the others from ending. */
  run(): Promise<void>;
  isRunning(): boolean;
};

/**
 * Ends the process in order. SIGINT (Ctrl-C) and SIGTERM start it; a second signal calls `hurry`, which must make the
 * waiting parts give up.
 */
export function createShutdown(log: Logger, hurry: () => void): Shutdown {
  const parts: { name: string; end: () => Promise<unknown> | unknown }[] = [];
  let running: Promise<void> | undefined;

  async function endAll(): Promise<void> {
    for (const { name, end } of parts.reverse()) {
      try {
        await end();
      } catch (error) {
        log.error({ err: error }, `Ending ${name} failed`);
      }
    }
  }

  const shutdown: Shutdown = {
    add: (name, end) => void parts.push({ name, end }),
    isRunning: () => running !== undefined,
    run: () => {
      running ??= endAll();
      return running;
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (running) return hurry();
      log.info(`Stopping (${signal})`);
      shutdown.run().then(() => process.exit(0));
    });
  }
  return shutdown;
}
