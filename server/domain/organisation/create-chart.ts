import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { assertMayEditOrganisation } from './organisation.policy.ts';
import { type CreateChart, createChartSchema } from './organisation.schema.ts';

/**
 * Adds a chart. A project hands in its own audience; the caller has then checked that the doer may
 * add a project. Without an audience the chart is open to everyone in the company.
 */
export async function createChart(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  doer: Doer,
  input: CreateChart,
): Promise<{ id: string; audienceId: string }> {
  const chart = parseInput(createChartSchema, input);
  if (chart.kind === 'company' || !chart.audienceId) assertMayEditOrganisation(doer);
  const audienceId = chart.audienceId ?? (await createAudience(tx, parts, { kind: 'chart', open: true }));
  const id = parts.ids.next();
  await tx.chart.create({
    data: { id, kind: chart.kind, name: chart.name, audienceId, createdAt: parts.clock.now() },
  });
  return { id, audienceId };
}
