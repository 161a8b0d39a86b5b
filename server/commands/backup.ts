import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeBackup } from '#server/platform/backup/write-backup.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { openBeside } from '#server/platform/database/open-beside.ts';
import { runCommand } from './steps/run-command.ts';

// Writes everything the company has into one archive, beside a running server or without one.
const say = (text: string) => console.log(`  ${text}`);

await runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('npm run backup -- FILE   writes everything into one archive, FILE.tar.gz say');
  const config = loadConfig(process.env);
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const database = await openBeside(config, say);
  try {
    const filesFolder = path.join(config.dataDir, 'files');
    const { tables, files } = await writeBackup({ url: database.url, filesFolder, file, version, say });
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    say(`Written to ${file}: ${rows} rows and ${Object.keys(files).length} files.`);
    say('It holds everything, sign-ins included: keep it where only administrators come.');
  } finally {
    await database.stop();
  }
});
