import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { systemActor } from '#server/domain/identity/actor.ts';
import { openKinds, orderOf, requestApply, runApply } from '#server/domain/imports/apply-import.ts';
import { expectedPersons, type ImportOrder, planNow } from '#server/domain/imports/apply-plan.ts';
import { chooseImport, discardImport } from '#server/domain/imports/choose-import.ts';
import { IMPORT_KINDS } from '#server/domain/imports/fields.ts';
import { countOperations, type Plan } from '#server/domain/imports/plan/plan.ts';
import {
  isProblemKind,
  isRemedyFor,
  REMEDIES,
  suggestedRemedies,
} from '#server/domain/imports/plan/remedies.ts';
import { findRun } from '#server/domain/imports/run-record.ts';
import { startImport } from '#server/domain/imports/start-import.ts';
import { missingFields } from '#server/domain/imports/table/guess-mapping.ts';
import { MAX_BYTES } from '#server/domain/imports/table/parse-table.ts';
import { takeBackImport } from '#server/domain/imports/take-back-import.ts';
import { type AppError, isAppError } from '#server/platform/errors.ts';
import { type CommandHouse, openCommandHouse } from './steps/command-house.ts';
import {
  describeCounts,
  describeOpen,
  describeProblems,
  NOTICES,
  Refusal,
  SENTENCES,
} from './steps/import-words.ts';
import { runCommand } from './steps/run-command.ts';

const USAGE = `npm run import -- FILE.csv [options]

  --dry-run               shows what would happen, changes nothing
  --kind KIND             organisation, people or projects; guessed from the columns
  --source NAME           the system the file comes from; ids are found again by it (default: csv, or the last one)
  --map FIELD=COLUMN      reads a field from a column; may be repeated
  --remedy PROBLEM=REMEDY what to do about a kind of problem; may be repeated
  --remedies suggested    takes the suggested remedy wherever none was chosen
  --people FILE.csv       a list of people to import first (members of projects)
  --lines NUMBER          how many lines of each kind of problem are shown (default 10)
  --undo RUN              takes an earlier import back`;

const say = (text = '') => console.log(text);

const { values, positionals } = readArguments();
await runCommand(async () => {
  const house = await openCommandHouse((text) => console.error(`  ${text}`));
  try {
    if (values.undo) await undo(house, values.undo);
    else await run(house, positionals[0] ?? '');
  } catch (error) {
    if (!isAppError(error) && !(error instanceof Refusal)) throw error;
    console.error(isAppError(error) ? sentenceOf(error) : error.message);
    process.exitCode = 1;
  } finally {
    await house.close();
  }
});

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        kind: { type: 'string' },
        source: { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        remedy: { type: 'string', multiple: true, default: [] },
        remedies: { type: 'string' },
        people: { type: 'string' },
        lines: { type: 'string', default: '10' },
        undo: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (parsed.values.help || (parsed.positionals.length !== 1 && !parsed.values.undo))
      throw new Error(USAGE);
    return parsed;
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

async function run(parts: CommandHouse, file: string): Promise<void> {
  const expected: ImportOrder['expected'] = values.people ? await importPeople(parts, values.people) : [];
  const { runId } = await begin(parts, file, { kind: values.kind, map: pairs(values.map) });
  const plan = await settle(parts, runId, expected);
  const found = await findRun(parts.db, runId);
  describe(file, found.kind, plan, found.plan.remedies, found.plan.mapping);
  const open = openKinds(plan, found);
  if (values['dry-run'] || plan.operations.length === 0 || open.length > 0) {
    await discardImport(parts, systemActor, runId);
    if (open.length > 0 && !values['dry-run']) {
      for (const line of describeOpen(open)) say(line);
      process.exitCode = 2;
    } else say(values['dry-run'] ? 'Dry run: nothing was changed.' : 'Nothing to change.');
    return;
  }
  await apply(parts, runId, plan);
}

/** The people first: planned only, in a dry run. Problems of their own are settled as suggested. */
async function importPeople(
  parts: CommandHouse,
  file: string,
): Promise<NonNullable<ImportOrder['expected']>> {
  const { runId } = await begin(parts, file, { kind: 'people', map: {} });
  const plan = await settle(parts, runId, []);
  const found = await findRun(parts.db, runId);
  describe(file, 'people', plan, found.plan.remedies, found.plan.mapping);
  if (values['dry-run'] || plan.operations.length === 0) {
    await discardImport(parts, systemActor, runId);
    return values['dry-run'] ? expectedPersons(plan) : [];
  }
  await apply(parts, runId, plan);
  return [];
}

async function begin(
  parts: CommandHouse,
  file: string,
  choice: { kind: string | undefined; map: Record<string, string> },
) {
  const { size } = await stat(file).catch(() => {
    throw new Refusal(`There is no file ${file}.`);
  });
  if (size > MAX_BYTES) throw new Refusal(SENTENCES['import.errorTooLarge'] ?? '');
  if (choice.kind !== undefined && !IMPORT_KINDS.some((kind) => kind === choice.kind))
    throw new Refusal(`There is no kind of file "${choice.kind}". There are: ${IMPORT_KINDS.join(', ')}.`);
  const remedies = pairs(values.remedy);
  for (const [kind, remedy] of Object.entries(remedies)) checkRemedy(kind, remedy);
  const kind = choice.kind as 'organisation' | undefined;
  const started = await startImport(parts, systemActor, {
    fileName: path.basename(file),
    bytes: await readFile(file),
    remedies,
    mapping: choice.map,
    ...(kind ? { kind } : {}),
    ...(values.source ? { source: values.source } : {}),
  });
  const { headers } = started.table;
  const strange = Object.values(choice.map).find((column) => !headers.includes(column));
  if (strange !== undefined)
    throw new Refusal(`There is no column "${strange}". The file has: ${headers.join(', ')}.`);
  return started;
}

function checkRemedy(kind: string, remedy: string): void {
  if (!isProblemKind(kind))
    throw new Refusal(
      `There is no kind of problem "${kind}". There are: ${Object.keys(REMEDIES).join(', ')}.`,
    );
  if (!isRemedyFor(kind, remedy))
    throw new Refusal(`"${remedy}" is no remedy for ${kind}. There are: ${REMEDIES[kind].join(', ')}.`);
}

/** Plans; with `--remedies suggested` until no kind of problem is open, for one remedy can bring up another. */
async function settle(parts: CommandHouse, runId: string, expected: ImportOrder['expected']): Promise<Plan> {
  for (let round = 0; ; round += 1) {
    const found = await findRun(parts.db, runId);
    const missing = missingFields(found.kind, found.plan.mapping);
    if (missing)
      throw new Refusal(
        `No column was found for ${missing.join(' or ')}. The file has: ${found.plan.headers.join(', ')}. Name one: --map ${missing[0]}=COLUMN`,
      );
    const order = await orderOf(parts, found);
    const plan = await planNow(parts.db, parts, expected ? { ...order, expected } : order);
    const open = openKinds(plan, found);
    if (values.remedies !== 'suggested' || open.length === 0 || round > 5) return plan;
    await chooseImport(parts, systemActor, runId, {
      remedies: suggestedRemedies(open) as Record<string, string>,
    });
  }
}

function describe(
  file: string,
  kind: string,
  plan: Plan,
  remedies: Parameters<typeof describeProblems>[1],
  mapping: object,
): void {
  say(`${path.basename(file)}: ${plan.rows} rows, read as ${kind}`);
  say(
    `  columns: ${Object.entries(mapping)
      .map(([field, column]) => `${field} = ${column}`)
      .join(', ')}`,
  );
  for (const line of describeCounts(countOperations(plan.operations))) say(`  ${line}`);
  const notices = new Map<string, number>();
  for (const { kind: notice } of plan.notices) notices.set(notice, (notices.get(notice) ?? 0) + 1);
  for (const [notice, count] of notices) say(`  ${NOTICES[notice] ?? notice}: ${count}`);
  const problems = describeProblems(plan, remedies, Number(values.lines) || 10);
  if (problems.length > 0) say('Problems:');
  for (const line of problems) say(line);
}

async function apply(parts: CommandHouse, runId: string, plan: Plan): Promise<void> {
  await requestApply(parts, systemActor, runId, null, plan);
  const began = performance.now();
  const work = runApply(parts, runId);
  const done = work.then(() => true);
  const live = process.stderr.isTTY;
  while (
    !(await Promise.race([done, wait(live ? 500 : 5_000, undefined, { ref: false }).then(() => false)]))
  ) {
    const { rowsDone, rowsTotal } = await findRun(parts.db, runId);
    process.stderr.write(
      live ? `\r  ${rowsDone} of ${rowsTotal} rows ` : `  ${rowsDone} of ${rowsTotal} rows\n`,
    );
  }
  if (live) process.stderr.write('\r');
  const finished = await findRun(parts.db, runId);
  if (finished.state !== 'applied')
    throw new Refusal(
      SENTENCES[finished.error ?? ''] ?? 'The import failed; nothing was changed. The log says more.',
    );
  say(
    `Imported in ${((performance.now() - began) / 1000).toFixed(1)} s. To take it back: npm run import -- --undo ${runId}`,
  );
}

async function undo(parts: CommandHouse, runId: string): Promise<void> {
  const { undone, left } = await takeBackImport(parts, systemActor, runId);
  say(`${undone} rows were taken back, ${left.length} were left as they are.`);
  for (const { entity, label, line, reason } of left)
    say(
      `  ${entity} "${label}"${line ? ` (line ${line})` : ''}: ${reason === 'edited' ? 'edited since' : 'in use since'}`,
    );
}

function sentenceOf(error: AppError): string {
  const keys = [...Object.values(error.details.fields ?? {}).flat(), error.details.message ?? error.code];
  return keys.map((key) => SENTENCES[key]).find((sentence) => sentence !== undefined) ?? error.message;
}

function pairs(list: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Refusal(`"${pair}" must look like name=value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
