import { defineConfig } from 'prisma/config';

// Only Prisma's own command line reads this file; the server applies migrations itself (server/platform/database/migrate.ts).
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
