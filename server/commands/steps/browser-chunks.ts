import type { Rollup } from 'vite';

/** What a cold visit waits for: the browser's own entry, what stands around every page, and the feed. */
export const BEGINNINGS = /\/app\/(entry\.client|root|feed\/feed\.route)\.tsx$/;

/**
 * Which file a module of the browser's code is put into. Left alone, Rollup makes a file of each small component
 * that two pages share: fifty requests, half of whose bytes are headers; told to join small files, it joins parts of
 * other pages to what the feed waits for. So all that the feed imports, directly or not, becomes four files that hold
 * nothing else; other pages, and what is loaded on use, are left to Rollup.
 */
export function browserChunk(id: string, modules: Rollup.ManualChunkMeta): string | undefined {
  // The words of one locale by themselves: nobody loads those of another because something small stands beside them.
  const words = /virtual:messages\/([\w-]+)\/(\w+)/.exec(id);
  if (words) return `words-${words[1]}-${words[2]}`;
  if (WORDINGS.test(id)) return 'wordings';
  if (!firstLoad(modules).has(id) || id.endsWith('/app/entry.client.tsx')) return undefined;
  if (ICONS.test(id)) return 'frame';
  if (/\/node_modules\/|^\0|\/app\/messages\//.test(id)) return 'framework';
  if (/\/app\/conversation\//.test(id)) return 'conversation';
  return /\/app\/(root\.tsx|shell\/|ui\/|account\/|styles\/)/.test(id) ? 'frame' : 'feed';
}

/** The picture file of all icons, and what points into it (icon-sprite.ts). */
const ICONS = /virtual:icons|\/icons\.svg/;

const found = new WeakMap<Rollup.GetModuleInfo, ReadonlySet<string>>();

/** The modules that must be there before the feed can be used; what is imported only on use is not among them. */
function firstLoad({ getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta): ReadonlySet<string> {
  const known = found.get(getModuleInfo);
  if (known) return known;
  const reached = new Set([...getModuleIds()].filter((id) => BEGINNINGS.test(id)));
  // A set that grows while it is walked: each module brings those that it imports.
  for (const id of reached)
    for (const imported of getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  found.set(getModuleInfo, reached);
  return reached;
}

/** Editing and looking back come on use, too; by a name of their own, lest so small a file be joined to another. */
const WORDINGS = /\/app\/conversation\/(edit-form|wording-history|changed-wordings|wording-diff)\.tsx?$/;
