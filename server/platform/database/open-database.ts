import pg from 'pg';
import type { Config } from '#server/platform/config/config.ts';
import { networkFailure } from '#server/platform/for-people.ts';
import { startEmbedded } from './embedded.ts';

export type OpenDatabase = { url: string; stop: () => Promise<void> };

const OLDEST = 15;

/**
 * The database that the configuration names, or the embedded one. `stop` leaves a named one alone.
 * @throws Error with a sentence when the named one cannot be used.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  say: (text: string) => void,
): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await checkNamed(config.databaseUrl);
    return { url: config.databaseUrl, stop: async () => {} };
  }
  return startEmbedded({ dataDir: config.dataDir, log: { info: say } });
}

/** Told now and in words, rather than by whatever would touch the database first. */
async function checkNamed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    const version = Number(rows[0]?.version);
    if (version < OLDEST) {
      throw new Error(`DATABASE_URL leads to PostgreSQL ${version}; Flurfunk needs ${OLDEST} or newer.`);
    }
  } catch (error) {
    // The server's own words are for people; the address holds a password and is not shown.
    const { host } = new URL(url);
    const network = networkFailure(error);
    if (network)
      throw new Error(`The database at ${host} cannot be reached: ${network}. Check DATABASE_URL.`);
    if (error instanceof pg.DatabaseError) {
      throw new Error(`The database at ${host} refuses Flurfunk: ${error.message}. Check DATABASE_URL.`);
    }
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
