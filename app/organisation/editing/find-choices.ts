import type { SuggestAnswer } from '#app/shell/palette/suggest.ts';
import type { ChartHit } from '#server/domain/organisation/chart.view.ts';
import type { Choice } from './edit-desk.ts';

/** Seats of a chart by the name of who sits there or by their title. */
export async function findSeats(chartId: string, text: string, signal: AbortSignal): Promise<Choice[]> {
  const params = new URLSearchParams({ chart: chartId, q: text });
  const { hits } = await ask<{ hits: ChartHit[] }>(`/org/find?${params}`, signal);
  return hits.map(seatChoice);
}

/** A seat as a field shows it: by who sits there, else by its title. */
export function seatChoice({ positionId, title, unit, holders }: ChartHit): Choice {
  const names = holders.map(({ person }) => person.name).filter(Boolean);
  const [label, ...rest] = [...(names.length > 0 ? [names.join(', ')] : []), title, unit].filter(Boolean);
  return { id: positionId, label: label ?? '', detail: rest.join(' · ') };
}

type Suggested = { people: SuggestAnswer['people'] };

/** Colleagues by name. */
export async function findPeople(text: string, signal: AbortSignal): Promise<Choice[]> {
  const { people } = await ask<Suggested>(`/search/people?${new URLSearchParams({ q: text })}`, signal);
  return people.map(personChoice);
}

export function personChoice({ personId, name, detail }: Suggested['people'][number]): Choice {
  return { id: personId, label: name, detail };
}

async function ask<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
