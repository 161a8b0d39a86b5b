import { type ChartAddress, readAddress } from '../chart-address.ts';

export const FORMATS = ['pdf', 'svg', 'png', 'csv'] as const;
/** What is on the screen, the one in focus and everybody below, everybody. */
export const SCOPES = ['view', 'below', 'all'] as const;
export const PAPERS = ['a4', 'a3'] as const;

export type ExportAddress = {
  format: (typeof FORMATS)[number];
  scope: (typeof SCOPES)[number];
  paper: (typeof PAPERS)[number];
  /** On one page, however small the print becomes. */
  onePage: boolean;
  chart: ChartAddress;
};

/** A picture of more positions than this is of no use to anybody: a table is. */
export const MOST_IN_PICTURE = 3_000;

/** Reads an address; what makes no sense counts as not said. */
export function readExport(params: URLSearchParams): ExportAddress {
  const oneOf = <T extends string>(known: readonly T[], name: string, usual: T) =>
    known.find((one) => one === params.get(name)) ?? usual;
  return {
    format: oneOf(FORMATS, 'format', 'pdf'),
    scope: oneOf(SCOPES, 'scope', 'view'),
    paper: oneOf(PAPERS, 'paper', 'a4'),
    onePage: params.get('pages') === 'one',
    chart: readAddress(params),
  };
}
