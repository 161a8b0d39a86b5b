import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList } from './schema-engine.ts';

/** The migrations of a folder in the shape Prisma's engine wants: sorted by name, with their SQL. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lockfile = await readFile(path.join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
