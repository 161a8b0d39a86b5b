import type { Cluster } from './cluster.ts';
import { type Running, startPostmaster, stopPostmaster } from './postmaster.ts';
import { processStart } from './process-table.ts';

const LOOK_MS = 1000;

/**
 * Starts PostgreSQL again when it was killed (by hand, or by a system short of memory) while we live: at the same
 * address, so that every pool finds it as before. It is no child of ours when it was adopted, so we look instead of
 * waiting for its exit.
 */
export function keepRunning(cluster: Cluster, first: Running, say: (text: string) => void) {
  let running = first;
  let stopping = false;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    if ((await processStart(running.pid)) !== null || stopping) return;
    say('The database was killed; starting it again');
    try {
      running = await startPostmaster(cluster, say, running.port);
    } catch (error) {
      say(`The database could not be started again: ${error instanceof Error ? error.message : error}`);
    }
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, LOOK_MS);
  timer.unref();

  return {
    async stop(): Promise<void> {
      stopping = true;
      clearInterval(timer);
      await looking;
      await stopPostmaster(running.pid);
    },
  };
}
