import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import type { Health } from '#app/shell/health.ts';
import { type Actor, requireActor, type Services } from '#app/shell/load-context.ts';
import type { ChangeDay, ChangePage } from '#server/domain/organisation/changes/change.view.ts';
import type {
  ChartCard,
  ChartListItem,
  ChartView,
  TablePage,
} from '#server/domain/organisation/chart.view.ts';
import { type ChartAddress, readAddress, writeAddress } from './chart-address.ts';
import type { Leads } from './chart-model.ts';
import { loadPath, type PathView, positionsDrawn } from './path/load-path.ts';

/** A chart as the switcher shows it; `key` is what the address calls it. */
export type ChartChoice = {
  key: string;
  kind: 'company' | 'project';
  name: string;
  health: Health | null;
  /** What the person in focus, or the reader, is there; empty where they have no seat. */
  seats: string[];
};

export type OrganisationPage = {
  address: ChartAddress;
  view: ChartView;
  leads: Leads;
  choices: ChartChoice[];
  table: TablePage | null;
  changes: ChangePage | null;
  /** The next days for which something is planned in this chart. */
  planned: ChangeDay[];
  /** How two are connected, where that is asked for, and which positions of this chart that leads over. */
  path: PathView | null;
  drawn: string[];
  /** Who stays in focus when the chart is changed. */
  person: { handle: string; name: string } | null;
  me: { handle: string };
  /** What was looked for in vain. */
  notFound: string | null;
  mayImport: boolean;
  mayEdit: boolean;
};

/** Composes the browser: the neutral chart, and on it the projects' names and health. */
export async function loadOrganisation({ context, request }: LoaderFunctionArgs): Promise<OrganisationPage> {
  const actor = requireActor(context, request);
  const { services } = context;
  const params = new URL(request.url).searchParams;
  const address = withComparison(readAddress(params));
  const charts = await context.timing.measure('charts', () => chartsWithProjects(services, actor));
  const chart = chartId(charts, address.chart);
  const text = (params.get('find') ?? params.get('connect'))?.trim();
  if (text) await leadToHit(services, actor, address, params, chart);
  const path = await context.timing.measure('path', () => loadPath(services, actor, address, charts));
  const drawn = positionsDrawn(path, chart);
  const view = await context.timing.measure('chart', () =>
    services.organisation.chart(actor, {
      chart,
      focus: address.focus,
      on: address.on,
      depth: address.depth,
      also: drawn,
      since: address.since,
    }),
  );
  // The earlier day is compared with the later one, in whichever order they were chosen.
  if (address.since && address.since > view.on)
    throw redirect(writeAddress(address, { on: address.since, since: view.on }));
  const person = view.focusMissing
    ? await askedFor(services, actor, address.focus)
    : personInFocus(view, actor.personId);
  const [leads, table, changes, planned, seats] = await Promise.all([
    leadsOf(services, actor, view.cards),
    address.view === 'table' ? loadTable(services, actor, address, view) : null,
    address.view === 'changes' && address.since
      ? services.organisation.changes(actor, {
          chart: view.chart.id,
          since: address.since,
          on: address.on,
          kind: address.kind,
          after: address.after,
        })
      : null,
    services.organisation.plannedDays(actor, view.chart.id),
    services.organisation.positionsOf(actor, person?.id ?? actor.personId),
  ]);
  const editor = await services.projects.chartEditor(actor, view.chart.id);
  const { editChart } = services.organisation.abilities(editor, view.chart.id);
  return {
    address,
    view,
    leads,
    choices: charts.map(({ id, key, kind, name, health }) => ({
      key,
      kind,
      name,
      health,
      seats: seats.filter((seat) => seat.chart.id === id).map((seat) => seat.title),
    })),
    table,
    changes,
    planned,
    path,
    drawn,
    person: person && { handle: person.handle, name: person.name },
    me: { handle: actor.handle },
    notFound: text || null,
    mayImport: services.organisation.abilities(actor, view.chart.id).editOrganisation,
    mayEdit: editChart,
  };
}

/** Whoever opens the changes without naming a day compares with a month before. */
function withComparison(address: ChartAddress): ChartAddress {
  if (address.view !== 'changes' || address.since) return address;
  const day = address.on ? new Date(address.on) : new Date();
  day.setUTCMonth(day.getUTCMonth() - 1);
  return { ...address, since: day.toISOString().slice(0, 10) };
}

/** What was typed without script leads to its best hit: into focus, or as the other end of a way. */
async function leadToHit(
  services: Services,
  actor: Actor,
  address: ChartAddress,
  params: URLSearchParams,
  chart: string,
): Promise<void> {
  const from = params.get('from');
  const text = params.get('connect') ?? params.get('find') ?? '';
  const [hit] = await services.organisation.searchInChart(actor, { chart, text, on: address.on });
  if (!hit) return;
  if (!params.has('connect')) throw redirect(writeAddress(address, { focus: hit.positionId }));
  if (from) throw redirect(writeAddress(address, { path: { from, to: hit.positionId } }));
}

type NamedChart = ChartListItem & { key: string; health: Health | null };

/** Charts under their project's name and slug, where they have one. */
export async function chartsWithProjects(services: Services, actor: Actor): Promise<NamedChart[]> {
  const charts = await services.organisation.charts(actor);
  const projects = await services.projects.projectsByChart(
    actor,
    charts.filter((chart) => chart.kind === 'project').map((chart) => chart.id),
  );
  let company = 0;
  return charts.map((chart) => {
    const project = projects.get(chart.id);
    // The oldest company chart is "company"; should there be more, they go by their id.
    const key = project?.slug ?? (chart.kind === 'company' && company++ === 0 ? 'company' : chart.id);
    return { ...chart, key, name: project?.name ?? chart.name, health: project?.health ?? null };
  });
}

/** The id behind a chart's name in the address; one that is unknown, or not for the reader, is "not found". */
function chartId(charts: { key: string; id: string }[], key: string): string {
  return charts.find((chart) => chart.key === key || chart.id === key)?.id ?? key;
}

/** "leads Atlas", for whoever sits on these cards. */
export async function leadsOf(services: Services, actor: Actor, cards: ChartCard[]): Promise<Leads> {
  const people = [...new Set(cards.flatMap((card) => card.holders.map((holder) => holder.person.id)))];
  const led = await services.projects.ledBy(actor, people);
  const leads: Leads = {};
  for (const [personId, projects] of led) {
    leads[personId] = projects.map(({ slug, name, health }) => ({ slug, name, health }));
  }
  return leads;
}

function loadTable(services: Services, actor: Actor, address: ChartAddress, view: ChartView) {
  return services.organisation.table(actor, {
    chart: view.chart.id,
    below: address.below ? view.focusId : null,
    on: address.on,
    sort: address.sort,
    descending: address.descending,
    filter: address.filter,
    vacant: address.vacant,
    after: address.after,
  });
}

function personInFocus(view: ChartView, actorId: string) {
  const holders = view.cards.find((card) => card.id === view.focusId)?.holders ?? [];
  const people = holders.map((holder) => holder.person);
  return people.find((person) => person.id === actorId) ?? people[0] ?? null;
}

/** Somebody without a seat here stays in focus, so that the next chart may show them. */
async function askedFor(services: Services, actor: Actor, focus: string | null) {
  if (!focus || UUID.test(focus)) return null;
  const profile = await services.people.profile(actor, focus).catch(() => null);
  return profile?.person ?? null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
