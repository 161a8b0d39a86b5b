import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import { type Leads, type Model, TOP, teamSize } from './chart-model.ts';

type Cards = { cards: ChartCard[]; leads: Leads };

/** The next reports of a position; `after` is the last one known. */
export async function fetchTeam(model: Model, parent: string, after: string | null): Promise<Cards> {
  const params = new URLSearchParams({ of: parent, chart: model.chartId, on: model.on });
  if (model.since) params.set('since', model.since);
  if (after) params.set('after', after);
  return read(await fetch(`/org/children?${params}`, { headers: { Accept: 'application/json' } }));
}

/** All that is known of a chart, as it is now. */
export async function fetchRenewed(model: Model): Promise<Cards & { roots: number }> {
  const whole = [...model.teams.keys()].filter((id) => id !== TOP && isWhole(model, id));
  const body = new URLSearchParams({
    chart: model.chartId,
    on: model.on,
    since: model.since ?? '',
    ids: [...model.cards.keys()].join(),
    whole: whole.join(),
  });
  return read(await fetch('/org/renew', { method: 'POST', body, headers: { Accept: 'application/json' } }));
}

function isWhole(model: Model, parent: string): boolean {
  return (model.teams.get(parent)?.ids.length ?? 0) >= teamSize(model, parent);
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
