import { loadConfig } from '#server/platform/config/config.ts';
import { openBeside } from '#server/platform/database/open-beside.ts';
import { reindexAll } from './steps/reindex-all.ts';
import { runCommand } from './steps/run-command.ts';

// Builds the search index anew, beside a running server or without one. Search stays in use meanwhile.
await runCommand(async () => {
  const config = loadConfig(process.env);
  const database = await openBeside(config, (text) => console.log(`  ${text}`));
  try {
    await reindexAll(config, database.url);
  } finally {
    await database.stop();
  }
});
