import { z } from 'zod';

const part = z.object({ sha256: z.string(), bytes: z.number() });

/** What an archive says about itself, in `manifest.json`, its last entry. */
const manifest = z.object({
  format: z.literal('flurfunk-backup-1'),
  version: z.string(),
  madeAt: z.string(),
  /** The migrations the data went through, oldest first. */
  migrations: z.array(z.string()),
  tables: z.record(z.string(), part.extend({ columns: z.array(z.string()), rows: z.number() })),
  files: z.record(z.string(), part),
});

export type Manifest = z.infer<typeof manifest>;
export type Part = z.infer<typeof part>;

/** @throws Error with a sentence when the text is no manifest of ours. */
export function parseManifest(text: string): Manifest {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new Error(
      'The archive is damaged, or was not made by npm run backup: its manifest cannot be read.',
    );
  }
}

/** Names of entries: a table, a stored file. Nothing else is taken from an archive. */
export const tableEntry = (table: string) => `data/${table}.copy`;
export const ENTRY =
  /^(?:data\/[a-z_][a-z0-9_]*\.copy|files\/[a-z0-9-]{2}\/[a-z0-9][a-z0-9.-]*|manifest\.json)$/;
