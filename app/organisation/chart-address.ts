export type ChartViewKind = 'chart' | 'tree' | 'table';
export type TableSortKey = 'name' | 'title' | 'unit' | 'site' | 'reports';

/** Everything the organisation browser shows is in its address, and nowhere else. */
export type ChartAddress = {
  /** "company", a project's slug, or a chart's id. */
  chart: string;
  /** A position's id or a person's handle. */
  focus: string | null;
  depth: number;
  /** A day, or null for today. */
  on: string | null;
  /** Null: the chart, on a phone the list. */
  view: ChartViewKind | null;
  sort: TableSortKey;
  descending: boolean;
  /** Table rows: only those below the focus. */
  below: boolean;
  after: string | null;
  /** The panel to edit with is open. */
  edit: boolean;
};

const VIEWS = ['chart', 'tree', 'table'] as const;
const SORTS = ['name', 'title', 'unit', 'site', 'reports'] as const;
export const MAX_DEPTH = 4;

/** Reads an address; what makes no sense counts as not said. */
export function readAddress(params: URLSearchParams): ChartAddress {
  const sort = params.get('sort') ?? '';
  const key = sort.replace(/^-/, '');
  const depth = Number(params.get('depth'));
  const on = params.get('on');
  return {
    chart: params.get('chart') || 'company',
    focus: params.get('focus') || null,
    depth: Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH ? depth : 1,
    on: on && /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on)) ? on : null,
    view: VIEWS.find((view) => view === params.get('view')) ?? null,
    sort: SORTS.find((one) => one === key) ?? 'name',
    descending: sort.startsWith('-'),
    below: params.get('scope') === 'below',
    after: params.get('after'),
    edit: params.get('edit') === '1',
  };
}

/** Writes an address, leaving out what is usual. A change of chart, day, sort or rows starts at the first page. */
export function writeAddress(address: ChartAddress, change: Partial<ChartAddress> = {}): string {
  const next = { ...address, after: null, ...change };
  const params = new URLSearchParams();
  if (next.chart !== 'company') params.set('chart', next.chart);
  if (next.focus) params.set('focus', next.focus);
  if (next.depth > 1) params.set('depth', String(next.depth));
  if (next.on) params.set('on', next.on);
  if (next.view) params.set('view', next.view);
  if (next.view === 'table') {
    if (next.sort !== 'name' || next.descending)
      params.set('sort', `${next.descending ? '-' : ''}${next.sort}`);
    if (next.below) params.set('scope', 'below');
    if (next.after) params.set('after', next.after);
  }
  if (next.edit) params.set('edit', '1');
  const text = params.toString();
  return text ? `/org?${text}` : '/org';
}
