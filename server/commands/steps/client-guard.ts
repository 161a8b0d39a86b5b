import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Fails the build when a chunk for the browser holds a module of the server. Only *.schema.ts files may cross: they
 * say what valid input is, and know nothing else.
 */
export function clientGuard(root = process.cwd()): Plugin {
  return {
    name: 'flurfunk-client-guard',
    generateBundle(_options, bundle) {
      if (this.environment.config.consumer !== 'client') return;
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? Object.keys(part.modules) : [],
      );
      const leaked = serverModules(modules, root);
      if (leaked.length > 0) {
        this.error(
          `The browser would get modules of the server:\n${leaked.map((file) => `  ${file}`).join('\n')}`,
        );
      }
    },
  };
}

/** Those of the modules that the browser must not get, relative to the project's folder. */
export function serverModules(modules: string[], root: string): string[] {
  const server = `${path.join(root, 'server')}${path.sep}`;
  return modules
    .map((id) => id.split('?')[0] ?? id)
    .filter((file) => file.startsWith(server) && !file.endsWith('.schema.ts'))
    .map((file) => path.relative(root, file));
}
