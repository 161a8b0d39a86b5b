import type { Config } from '#server/platform/config/config.ts';
import { runningEmbeddedUrl } from './embedded.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

/** For commands: the database of a Flurfunk that runs on this folder, left as it is at the end; or one opened for it. */
export async function openBeside(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  say: (text: string) => void,
): Promise<OpenDatabase> {
  const running = config.databaseUrl ? null : await runningEmbeddedUrl(config.dataDir);
  return running ? { url: running, stop: async () => {} } : openDatabase(config, say);
}
