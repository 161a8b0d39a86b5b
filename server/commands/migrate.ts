import { loadConfig } from '#server/platform/config/config.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { openDatabase } from '#server/platform/database/open-database.ts';
import { runCommand } from './steps/run-command.ts';

// Applies the migrations without starting the server; `npm start` does the same first thing.
const say = (text: string) => console.log(`  ${text}`);

await runCommand(async () => {
  const database = await openDatabase(loadConfig(process.env), say);
  try {
    const applied = await migrate(database.url, { info: say });
    if (applied.length === 0) say('The database is up to date');
  } finally {
    await database.stop();
  }
});
