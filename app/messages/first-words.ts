import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedKeys } from './check-messages.ts';
import type { Texts } from './compile.ts';

/** What a cold visit of the feed draws: the frame and the feed itself. */
const BEGINNINGS = ['app/root.tsx', 'app/feed/feed.route.tsx'];

/** Whose services say by a key what was wrong with something sent from there. */
const ANSWERING = ['server/domain/feed', 'server/domain/conversation', 'server/domain/must-read'];

/**
 * The keys of the words that must be there before the feed is drawn: those its own code names, all errors, and what the
 * services behind it answer. What is imported only on use (`import('…')`) waits for its words below a `<Suspense>`.
 * @param root the project's folder
 * @param texts the catalogue whose keys count
 */
export function firstWords(root: string, texts: Texts): Set<string> {
  const files = new Set(BEGINNINGS.map((file) => join(root, file)));
  // A set that grows while it is walked: each file brings those that it imports.
  for (const file of files) for (const imported of importsOf(root, file)) files.add(imported);
  const sources = [...files, ...ANSWERING.flatMap((folder) => filesIn(join(root, folder)))];
  const first = new Set(Object.keys(texts).filter((key) => key.startsWith('error.')));
  for (const file of sources) for (const key of namedKeys(readFileSync(file, 'utf8'), texts)) first.add(key);
  return first;
}

/** The project's own files that one imports from the beginning; types, packages and styles left out. */
function importsOf(root: string, file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )(?:[^;']*? from )?'((?:#|\.)[^']+\.tsx?)'/gm,
  );
  return [...imports].map(([, name = '']) =>
    name.startsWith('#') ? join(root, name.slice(1)) : join(file, '..', name),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map((name) => join(folder, name));
}
