import { readdirSync, readFileSync } from 'node:fs';

/**
 * Which file a module of the browser's code is put into. Left alone, Rollup makes a file of each icon and each small
 * component that two pages share: fifty requests, half of whose bytes are headers. What every page needs becomes
 * three files; pages and what is loaded on use stay files of their own.
 */
export function browserChunk(id: string): string | undefined {
  // The words of one locale by themselves: nobody loads those of another because something small stands beside them.
  const words = /virtual:messages\/([\w-]+)\/(\w+)/.exec(id);
  if (words) return `words-${words[1]}-${words[2]}`;
  const file = id.split('?')[0] ?? id;
  if (file.includes('/node_modules/')) {
    if (file.includes('/node_modules/lucide-react/')) return iconChunk(file);
    return FRAMEWORK.test(file) ? 'framework' : undefined;
  }
  if (file.includes('vite/preload-helper')) return 'framework';
  if (file.includes('/app/messages/') && /\.ts$/.test(file)) return 'framework';
  if (LOADED_ON_USE.test(file) || /\.route\.tsx?$/.test(file)) return undefined;
  if (/\/app\/(ui|shell)\//.test(file)) return 'frame';
  if (/\/app\/conversation\//.test(file)) return 'conversation';
  return undefined;
}

const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[^/]+|turbo-stream|@lingui\/[^/]+|clsx|class-variance-authority)\//;

const LOADED_ON_USE =
  /\/app\/(ui\/menu-list|conversation\/(editor\/.*|lightbox|reactors-dialog|wording-diff)|shell\/(palette|palette-rows|use-suggestions|with-errors|parse-form|load-context|local-path))\.tsx?$/;

/** Where the feed and the frame around every page are made. */
const FIRST_SEEN = ['app/ui', 'app/shell', 'app/feed', 'app/conversation'];

let firstIcons: Set<string> | undefined;

// The icons of feed and frame in one file, those of all other pages in another.
function iconChunk(file: string): string {
  const icon = /\/icons\/([\w-]+)\.mjs$/.exec(file)?.[1];
  firstIcons ??= findFirstIcons();
  return icon === undefined || firstIcons.has(icon) ? 'icons' : 'more-icons';
}

function findFirstIcons(): Set<string> {
  const fileOf = new Map<string, string>();
  const index = readFileSync('node_modules/lucide-react/dist/esm/lucide-react.mjs', 'utf8');
  for (const [, names = '', file = ''] of index.matchAll(
    /export \{([^}]+)\} from '\.\/icons\/([\w-]+)\.mjs'/g,
  )) {
    for (const [, name = ''] of names.matchAll(/default as (\w+)/g)) fileOf.set(name, file);
  }
  const found = new Set<string>();
  for (const folder of FIRST_SEEN) {
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.tsx') && !file.endsWith('.ts')) continue;
      const source = readFileSync(`${folder}/${file}`, 'utf8');
      const names = /import \{([^}]+)\} from 'lucide-react'/.exec(source)?.[1] ?? '';
      for (const name of names.match(/\w+/g) ?? []) found.add(fileOf.get(name) ?? '');
    }
  }
  return found;
}
