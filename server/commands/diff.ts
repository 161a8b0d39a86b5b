import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '#server/platform/database/embedded.ts';
import { schemaDrift } from '#server/platform/database/schema-drift.ts';

// Prints the SQL that leads from the migrations to prisma/schema.prisma. The migrations are replayed in a database
// made for the purpose, so nothing needs to run.
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-diff-'));
const database = await startEmbedded({ dataDir, log: { info: () => {} }, disposable: true });
try {
  process.stdout.write(await schemaDrift(database.url));
} finally {
  await database.destroy();
}
