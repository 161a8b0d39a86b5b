import { restoreBackup } from '#server/platform/backup/restore-backup.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { openDatabase } from '#server/platform/database/open-database.ts';
import { reindexAll } from './steps/reindex-all.ts';
import { runCommand } from './steps/run-command.ts';

// Fills an empty house from an archive of `npm run backup`. No server runs meanwhile: it would not notice.
const say = (text: string) => console.log(`  ${text}`);

await runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (!file)
    throw new Error('npm run restore -- FILE   fills an empty house from an archive of npm run backup');
  const config = loadConfig(process.env);
  const database = await openDatabase(config, say);
  try {
    const emptyWhen = ['person', 'account', 'entry'];
    const { madeAt } = await restoreBackup({
      url: database.url,
      dataDir: config.dataDir,
      file,
      emptyWhen,
      say,
    });
    await reindexAll(config, database.url);
    say(`Restored as of ${madeAt}. npm start opens it.`);
  } finally {
    await database.stop();
  }
});
