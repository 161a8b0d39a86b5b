import { fingerprint, isStamped, writeStamp } from './fingerprint.ts';
import { runProgram } from './run-program.ts';

const FOLDER = 'server/platform/database/generated';

/** Generates the Prisma client when the schema changed since the last time, or always with `force`. */
export async function generateClient(say: (text: string) => void, force = false): Promise<void> {
  const inputs = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];
  const value = await fingerprint(inputs);
  if (!force && (await isStamped(`${FOLDER}/.stamp`, value))) return;
  say('Generating the database client');
  await runProgram('prisma', ['generate', '--no-hints'], {
    // Prisma would first download a schema engine from its own host. Generating never runs that engine,
    // so Node itself stands in for it and nothing is fetched.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
  await writeStamp(`${FOLDER}/.stamp`, value);
}
