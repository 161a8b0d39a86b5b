import { defineConfig } from 'vitest/config';
import { messages } from './app/messages/vite-plugin.ts';

// One runner, two projects: what stands beside the code (and the checks in tests/), and the browser tests.
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        plugins: [messages()],
        test: {
          name: 'unit',
          include: ['{app,server,tests}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/setup/cluster.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/e2e/setup/app.ts'],
          fileParallelism: false,
          // A browser on a machine that does other things meanwhile; what fails twice fails.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
