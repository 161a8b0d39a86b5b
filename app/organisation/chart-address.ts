export type ChartViewKind = 'chart' | 'tree' | 'table' | 'changes';
export type TableSortKey = 'name' | 'title' | 'unit' | 'site' | 'reports';
export type ColourKey = 'unit' | 'site' | 'health';
export type ColumnKey = 'title' | 'unit' | 'site' | 'manager' | 'reports';

/** Everything the organisation browser shows is in its address, and nowhere else. */
export type ChartAddress = {
  /** "company", a project's slug, or a chart's id. */
  chart: string;
  /** A position's id or a person's handle. */
  focus: string | null;
  depth: number;
  /** A day, or null for today. */
  on: string | null;
  /** The day to compare with. */
  since: string | null;
  /** Null: the chart, on a phone the list. */
  view: ChartViewKind | null;
  /** Two ends whose connection is shown: positions' ids or persons' handles. */
  path: { from: string; to: string } | null;
  colour: ColourKey | null;
  /** Dotted lines are drawn. */
  dotted: boolean;
  sort: TableSortKey;
  descending: boolean;
  /** Table rows: only those below the focus. */
  below: boolean;
  /** Table rows: only those with these words. */
  filter: string;
  /** Table rows: only seats where nobody sits. */
  vacant: boolean;
  /** Table columns that are not shown. */
  hidden: ColumnKey[];
  /** Changes: only those of one kind. */
  kind: string | null;
  /** Where the page of rows begins. */
  after: string | null;
  /** The panel to edit with is open. */
  edit: boolean;
};

const VIEWS = ['chart', 'tree', 'table', 'changes'] as const;
const SORTS = ['name', 'title', 'unit', 'site', 'reports'] as const;
export const COLOURS = ['unit', 'site', 'health'] as const;
export const COLUMNS = ['title', 'unit', 'site', 'manager', 'reports'] as const;
export const MAX_DEPTH = 4;

/** Reads an address; what makes no sense counts as not said. */
export function readAddress(params: URLSearchParams): ChartAddress {
  const sort = params.get('sort') ?? '';
  const key = sort.replace(/^-/, '');
  const depth = Number(params.get('depth'));
  const without = params.getAll('without').flatMap((text) => text.split(','));
  return {
    chart: params.get('chart') || 'company',
    focus: params.get('focus') || null,
    depth: Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH ? depth : 1,
    on: readDay(params.get('on')),
    since: readDay(params.get('since')),
    view: VIEWS.find((view) => view === params.get('view')) ?? null,
    path: readPath(params.get('from'), params.get('to')),
    colour: COLOURS.find((one) => one === params.get('colour')) ?? null,
    dotted: params.get('lines') === 'dotted',
    sort: SORTS.find((one) => one === key) ?? 'name',
    descending: sort.startsWith('-'),
    below: params.get('scope') === 'below',
    filter: params.get('filter')?.trim() ?? '',
    vacant: params.has('vacant'),
    hidden: COLUMNS.filter((column) => without.includes(column)),
    kind: params.get('kind') || null,
    after: params.get('after'),
    edit: params.get('edit') === '1',
  };
}

/** Writes an address, leaving out what is usual. A change of chart, day, sort or rows starts at the first page. */
export function writeAddress(address: ChartAddress, change: Partial<ChartAddress> = {}): string {
  const text = new URLSearchParams(addressFields(address, change)).toString();
  return text ? `/org?${text}` : '/org';
}

/** The same as fields, for a form that changes some of it and keeps the rest. */
export function addressFields(
  address: ChartAddress,
  change: Partial<ChartAddress> = {},
): [name: string, value: string][] {
  const next = { ...address, after: null, ...change };
  const inTable = next.view === 'table';
  const fields: [string, string | false | null][] = [
    ['chart', next.chart !== 'company' && next.chart],
    ['focus', next.focus],
    ['depth', next.depth > 1 && String(next.depth)],
    ['on', next.on],
    ['since', next.since],
    ['view', next.view],
    ['from', next.path?.from ?? null],
    ['to', next.path?.to ?? null],
    ['colour', next.colour],
    ['lines', next.dotted && 'dotted'],
    [
      'sort',
      inTable && (next.sort !== 'name' || next.descending) && `${next.descending ? '-' : ''}${next.sort}`,
    ],
    ['scope', inTable && next.below && 'below'],
    ['filter', inTable && next.filter],
    ['vacant', inTable && next.vacant && 'only'],
    ['without', inTable && next.hidden.join(',')],
    ['kind', next.view === 'changes' && next.kind],
    ['after', (inTable || next.view === 'changes') && next.after],
    ['edit', next.edit && '1'],
  ];
  return fields.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
}

function readPath(from: string | null, to: string | null): ChartAddress['path'] {
  return from && to && from !== to ? { from, to } : null;
}

function readDay(text: string | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
