/**
 * Which file a module of the browser's code is put into. Left alone, Rollup makes a file of each small component
 * that two pages share: fifty requests, half of whose bytes are headers. What every page needs becomes
 * three files; pages and what is loaded on use stay files of their own.
 */
export function browserChunk(id: string): string | undefined {
  // The words of one locale by themselves: nobody loads those of another because something small stands beside them.
  const words = /virtual:messages\/([\w-]+)\/(\w+)/.exec(id);
  if (words) return `words-${words[1]}-${words[2]}`;
  const file = id.split('?')[0] ?? id;
  if (file.includes('/node_modules/')) return FRAMEWORK.test(file) ? 'framework' : undefined;
  if (file.includes('virtual:icons')) return 'frame';
  if (file.includes('vite/preload-helper')) return 'framework';
  if (file.includes('/app/messages/') && /\.ts$/.test(file)) return 'framework';
  if (WORDINGS.test(file)) return 'wordings';
  if (LOADED_ON_USE.test(file) || /\.route\.tsx?$/.test(file)) return undefined;
  if (/\/app\/(ui|shell)\//.test(file)) return 'frame';
  if (/\/app\/conversation\//.test(file)) return 'conversation';
  return undefined;
}

const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[^/]+|turbo-stream|@lingui\/[^/]+|clsx|class-variance-authority)\//;

const LOADED_ON_USE =
  /\/app\/(ui\/menu-list|conversation\/(editor\/.*|lightbox|reactors-dialog)|shell\/(palette|palette-rows|use-suggestions|with-errors|parse-form|load-context|local-path))\.tsx?$/;

/** Editing and looking back come on use, too; by a name of their own, lest so small a file be joined to another. */
const WORDINGS = /\/app\/conversation\/(edit-form|wording-history|changed-wordings|wording-diff)\.tsx?$/;
