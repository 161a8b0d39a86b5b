import type { Config } from '#server/platform/config/config.ts';
import { startEmbedded } from './embedded.ts';

export type OpenDatabase = { url: string; stop: () => Promise<void> };

/** The database that the configuration names, or the embedded one. `stop` leaves a named one alone. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  say: (text: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  return startEmbedded({ dataDir: config.dataDir, log: { info: say } });
}
