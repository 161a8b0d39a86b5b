import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#server/platform/database/embedded.ts';
import { measureBoards } from './board-rows.ts';
import { type Company, openCompany } from './companies.ts';
import { measureDigest } from './digest-rows.ts';
import { measureDirectory } from './directory-rows.ts';
import { measureExport } from './export-rows.ts';
import { measureImport } from './import-rows.ts';
import { measureOrganisation } from './org-rows.ts';
import { measureQuery } from './query-rows.ts';
import { createRows } from './rows.ts';
import { measureServer } from './server-rows.ts';
import { measureSizes, sizesWanted } from './size-rows.ts';
import { measureSockets } from './socket-rows.ts';

// npm run bench -- [--only PREFIX] [--json FILE] [--posts 10000,100000,1000000]
// Everything beside its floor, in one run: ratios travel between machines, absolute figures do not. Each size is a company
// of its own, made once and kept in data/bench; what is measured once is measured in the smallest.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    posts: { type: 'string', default: '10000,100000,1000000' },
  },
});
const sizes = options.posts.split(',').map(Number);
const largest = Math.max(...sizes);
/** The charts are a company's of their own, with few posts: their people would make the others another company. */
const SEATED = 1_000;
const rows = createRows(options.only);
const database = await startEmbedded({ dataDir: path.resolve('data/bench'), log: { info: () => {} } });
const opened: Company[] = [];
try {
  const company = async (posts: number) => {
    const known = opened.find((one) => one.posts === posts);
    if (known) return known;
    const made = await openCompany(database.url, posts);
    opened.push(made);
    return made;
  };
  const small = await company(Math.min(...sizes));
  const ofServer = ['start', 'page', 'data', 'write', 'cold', 'vitals', 'memory'];
  if (ofServer.some(rows.wanted)) await measureServer(rows, small);
  if (rows.wanted('sockets')) await measureSockets(rows, small);
  if (rows.wanted('pinboard')) await measureBoards(rows, small);
  if (rows.wanted('digest')) await measureDigest(rows, small.db, small.parts);
  if (rows.wanted('directory')) {
    const { db, readerId } = await company(SEATED);
    await measureDirectory(rows, db, readerId);
  }
  if (rows.wanted('import')) await measureImport(rows, database.url);
  if (rows.wanted('export')) await measureExport(rows);
  if (rows.wanted('org')) await measureOrganisation(rows, await company(SEATED));
  if (sizesWanted(rows, largest)) await measureSizes(rows, small, await company(largest));
  if (rows.wanted('query')) await measureQuery(rows, sizes, company);
} finally {
  for (const { db } of opened) await db.$disconnect();
  await database.stop();
}
if (options.json) await writeFile(options.json, `${JSON.stringify(rows.rows, null, 2)}\n`);
