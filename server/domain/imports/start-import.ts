import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import { fitRemedies, type Remedies } from '#server/domain/imports/plan/remedies.ts';
import { cleanCell, cutText } from '#server/domain/imports/table/cell-text.ts';
import {
  fitMapping,
  guessKind,
  guessMapping,
  headerSignature,
  type Mapping,
} from '#server/domain/imports/table/guess-mapping.ts';
import { parseTable, type Table } from '#server/domain/imports/table/parse-table.ts';
import type { Parts } from '#server/domain/parts.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import type { ImportKindName } from './fields.ts';
import { type ChooseImport, chooseImportSchema } from './import.schema.ts';
import { assertMayImport } from './imports.policy.ts';
import { fileKey, type RunPlan, toJson } from './run-record.ts';

export type NewImport = ChooseImport & { fileName: string; bytes: Uint8Array };

/**
 * Takes a file in: reads it, guesses what its columns are (or remembers, from the last time such a header came),
 * and keeps it for a dry run. Nothing in the company changes yet.
 * @throws AppError forbidden, too_large above 20 MB, unsupported where it is no table
 */
export async function startImport(
  parts: Parts,
  doer: Doer,
  input: NewImport,
): Promise<{ runId: string; table: Table }> {
  assertMayImport(doer);
  const choice = parseInput(chooseImportSchema, {
    kind: input.kind,
    source: input.source,
    mapping: input.mapping,
    remedies: input.remedies,
  });
  const table = parseTable(input.bytes);
  const kind = choice.kind ?? guessKind(table.headers);
  const remembered = await recallMapping(parts, kind, table.headers);
  const mapping = { ...remembered.mapping, ...fitMapping(kind, table.headers, choice.mapping ?? {}) };
  const plan: RunPlan = {
    format: table.format,
    headers: table.headers,
    rows: table.rows.length + table.unreadable.length,
    mapping: fitMapping(kind, table.headers, mapping),
    remedies: fitRemedies(choice.remedies ?? {}),
  };
  const runId = parts.ids.next();
  await parts.files.put(fileKey(runId), input.bytes, 'text/csv');
  await parts.events.transaction(async (tx) => {
    const startedById = isSystem(doer) ? null : doer.personId;
    await tx.importRun.create({
      data: {
        id: runId,
        kind,
        source: choice.source ?? (await usualSource(parts)),
        fileName: cutText(cleanCell(input.fileName.replace(/^.*[\\/]/, '')), 200) || 'import.csv',
        plan: toJson(plan),
        rowsTotal: plan.rows,
        startedById,
        createdAt: parts.clock.now(),
      },
    });
    await writeAudit(tx, parts, {
      actorId: startedById,
      action: 'import.uploaded',
      subjectKind: 'import_run',
      subjectId: runId,
      details: { kind, rows: plan.rows },
    });
  });
  return { runId, table };
}

/** The columns as they were mapped when this header last came, else a guess. */
export async function recallMapping(
  parts: Pick<Parts, 'db'>,
  kind: ImportKindName,
  headers: readonly string[],
): Promise<{ mapping: Mapping; remedies: Remedies; remembered: boolean }> {
  const row = await parts.db.importMapping.findUnique({
    where: { signature: headerSignature(kind, headers) },
  });
  if (!row) return { mapping: guessMapping(kind, headers), remedies: {}, remembered: false };
  return {
    mapping: fitMapping(kind, headers, row.mapping as Record<string, unknown>),
    remedies: fitRemedies(row.remedies as Record<string, unknown>),
    remembered: true,
  };
}

/** The source of the last import that was applied: the same system, most likely. */
async function usualSource(parts: Pick<Parts, 'db'>): Promise<string> {
  const last = await parts.db.importRun.findFirst({
    where: { state: 'applied' },
    orderBy: { createdAt: 'desc' },
    select: { source: true },
  });
  return last?.source ?? 'csv';
}
