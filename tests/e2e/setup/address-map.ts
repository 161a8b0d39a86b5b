import { readFile } from 'node:fs/promises';
import path from 'node:path';
import routes from '#app/routes.ts';

type Row = { path?: string; file: string; index?: boolean; children?: Row[] };

/** One address of the map of the house. */
export type Address = {
  /** `/people/:handle?index`, with the parameters as the map names them. */
  pattern: string;
  file: string;
  reads: boolean;
  writes: boolean;
  /** What its forms may ask for: the words by which its action tells them apart; empty where it does one thing. */
  intents: string[];
};

/** Every address there is: what is added to the map is in every sweep from that moment on. */
export async function addresses(): Promise<Address[]> {
  return Promise.all(flatten((await routes) as Row[]).map(look));
}

function flatten(rows: Row[], base = ''): { pattern: string; file: string }[] {
  return rows.flatMap((row) => {
    const full = [base, row.path].filter(Boolean).join('/');
    const own = { pattern: `/${full}${row.index ? '?index' : ''}`, file: row.file };
    return [own, ...flatten(row.children ?? [], full)];
  });
}

async function look({ pattern, file }: { pattern: string; file: string }): Promise<Address> {
  const source = await readFile(path.join('app', file), 'utf8');
  const writes = exported(source, 'action');
  const intents = writes ? await intentsOf(source, path.join('app', path.dirname(file))) : [];
  return { pattern, file, reads: exported(source, 'loader'), writes, intents };
}

function exported(source: string, name: string): boolean {
  return new RegExp(`export (const|async function) ${name}\\b|export \\{[^}]*\\b${name}\\b`).test(source);
}

/**
 * Read from the route and the files beside it that it calls. An action that tells forms apart in a way that is not
 * known here must fail the sweep, not pass by.
 */
async function intentsOf(source: string, room: string): Promise<string[]> {
  const called = [...source.matchAll(/from '(\.\/[\w-]+\.ts|#app\/[\w/-]+-actions?\.ts)'/g)]
    .map(([, name = '']) => (name.startsWith('#app') ? name.slice(1) : path.join(room, name)))
    .filter((name) => !name.endsWith('-words.ts'));
  const texts = [source, ...(await Promise.all(called.map((name) => readFile(name, 'utf8'))))];
  const words = texts.flatMap((text) =>
    [...text.matchAll(/case '([\w-]+)'|'intent'\)\s*===\s*'([\w-]+)'|name="intent" value="([\w-]+)"/g)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    ),
  );
  const tellsApart = texts.some((text) => /(get|getAll|text)\((form, )?'intent'\)/.test(text));
  if (tellsApart && words.length === 0) throw new Error(`No intents were found for a route in ${room}.`);
  return [...new Set(words)];
}

/** The address with its parameters filled in; those not named are left out. */
export function fill(pattern: string, params: Record<string, string | undefined>): string {
  return pattern
    .replace(/:(\w+)\??(?=\/|$|\?index)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
    .replace('*', 'nowhere');
}
