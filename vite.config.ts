import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { messages } from './app/messages/vite-plugin.ts';
import remixConfig from './remix.config.js';
import { browserChunk } from './server/commands/steps/browser-chunks.ts';
import { clientGuard } from './server/commands/steps/client-guard.ts';
import { firstLoadBudget } from './server/commands/steps/first-load-budget.ts';
import { iconSprite } from './server/commands/steps/icon-sprite.ts';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), messages(), iconSprite(), remix(remixConfig), clientGuard(), firstLoadBudget()],
  build: {
    target: 'es2022',
    // Older files are cleared away by the build as a whole (keep-last-build.ts).
    emptyOutDir: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Takes some seconds longer than esbuild, and 4 kB out of what a cold feed waits for.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { module: true, compress: { passes: 2 }, format: { comments: false } },
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: browserChunk, experimentalMinChunkSize: 4_000 } },
  },
  // Licences of what is shipped stand in node_modules and in the repository, not thirty times in the pages.
  esbuild: { legalComments: 'none' },
  // All that the pages import is found before the first visit, which would else be reloaded half-way.
  optimizeDeps: { entries: ['app/**/*.{ts,tsx}', '!**/*.test.*'] },
  clearScreen: false,
}));
