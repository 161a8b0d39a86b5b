import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compileTexts, readLocale } from './compile.ts';
import { firstWords } from './first-words.ts';
import type { Locale } from './locale.ts';

const PREFIX = 'virtual:messages/';
const ROOT = import.meta.dirname;

type Part = 'core' | 'rest';

/**
 * Serves `virtual:messages/<locale>/<core|rest>`: the compiled catalogue of one locale in two parts, what the feed needs
 * first and everything else, so that the words of administration and set-up don't weigh on a cold feed. Works in
 * Vite's dev server, in the build and under Vitest. A message that is not valid ICU fails the build with its key.
 */
export function messages(): Plugin {
  return {
    name: 'flurfunk-messages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [locale, part] = id.slice(PREFIX.length + 1).split('/') as [Locale, Part];
      const texts = readLocale(ROOT, locale);
      const first = firstWords(join(ROOT, '../..'), texts);
      const ofPart = Object.entries(texts).filter(([key]) => first.has(key) === (part === 'core'));
      const catalogue = compileTexts(Object.fromEntries(ofPart));
      return `export default ${JSON.stringify(catalogue)}`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(ROOT) || !file.endsWith('.json')) return undefined;
      for (const id of server.moduleGraph.idToModuleMap.keys()) {
        const module = id.startsWith(`\0${PREFIX}`) ? server.moduleGraph.getModuleById(id) : undefined;
        if (module) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
      return [];
    },
    configureServer(server) {
      server.watcher.add(join(ROOT, 'en'));
    },
  };
}
