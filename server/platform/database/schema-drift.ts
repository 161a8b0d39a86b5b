import { readFile } from 'node:fs/promises';
import { readMigrations } from './migration-files.ts';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from the migrations to prisma/schema.prisma. The migrations are replayed in a scratch database
 * on the server behind `url`.
 */
export async function schemaDrift(url: string): Promise<string> {
  const migrations = await readMigrations('prisma/migrations');
  const content = await readFile('prisma/schema.prisma', 'utf8');
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from:
        migrations.migrationDirectories.length > 0 ? { tag: 'migrations', ...migrations } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'prisma/schema.prisma', content }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  return stdout ?? '';
}
