import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as lucide from 'lucide-react';
import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Plugin } from 'vite';

const VIRTUAL = '\0virtual:icons';

/**
 * Puts the icons that the pages import from `lucide-react` into one picture file, and a pointer into it in the place of
 * each: a page draws fifty of them, and each would come twice, as html and as the script that makes the same html again.
 * The pointers stand in the modules that show them, so that the feed does not load those of all other pages.
 * `npm run dev` leaves them as they are.
 */
export function iconSprite(root = process.cwd()): Plugin {
  const folder = path.join(root, 'node_modules/.cache/flurfunk');
  const file = path.join(folder, 'icons.svg');
  let names: string[] = [];
  return {
    name: 'flurfunk-icon-sprite',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      names = importedIcons(path.join(root, 'app'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, spriteOf(names));
    },
    resolveId: (id) => (id === 'virtual:icons' ? VIRTUAL : undefined),
    load(id) {
      if (id !== VIRTUAL) return undefined;
      const icon = path.join(root, 'app/ui/sprite-icon.tsx');
      return [
        `import sprite from ${JSON.stringify(`${file}?url`)};`,
        `import { spriteIcon } from ${JSON.stringify(icon)};`,
        `export const icon = (name) => spriteIcon(sprite, name);`,
      ].join('\n');
    },
    transform: (code, id) =>
      id.startsWith(path.join(root, 'app')) && IMPORT.test(code)
        ? { code: pointToIcons(code), map: null }
        : undefined,
  };
}

const IMPORT = /import \{([^}]+)\} from 'lucide-react';?/;

/** A source in which the icons imported from `lucide-react` are pointers into the picture file; line for line the same. */
export function pointToIcons(source: string): string {
  return source.replace(IMPORT, (statement, list: string) => {
    const icons = namesIn(list).map(([name, as]) => `${as} = /* @__PURE__ */ pointToIcon('${name}')`);
    const breaks = '\n'.repeat(statement.split('\n').length - 1);
    return `import { icon as pointToIcon } from 'virtual:icons'; const ${icons.join(', ')};${breaks}`;
  });
}

/** What the sources below a folder import from `lucide-react`, types left out. */
export function importedIcons(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const lists = sources.map((source) => IMPORT.exec(source)?.[1] ?? '');
  return [...new Set(lists.flatMap(namesIn).map(([name]) => name))].sort();
}

/** `Bell, Star as StarIcon, type LucideIcon` → the icons, each with the name it has in the module. */
function namesIn(list: string): [icon: string, as: string][] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !part.startsWith('type '))
    .map((part) => {
      const [icon = '', as = icon] = part.split(' as ');
      return [icon, as];
    });
}

/** One `<symbol>` an icon, named as its component; colour and line come from where it is shown. */
export function spriteOf(names: string[]): string {
  const symbols = names.map((name) => {
    const icon = (lucide as unknown as Record<string, ComponentType>)[name];
    if (!icon) throw new Error(`lucide-react has no icon ${name}.`);
    const drawing = renderToStaticMarkup(createElement(icon)).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
