/** What a search asks for, as its address says it. */
export type SearchQuery = {
  q: string;
  kind?: string | null;
  unit?: string;
  project?: string;
  author?: string;
  from?: string;
  to?: string;
  cursor?: string | null;
};

/** The address of a search; what is not set is left out. */
export function searchAddress(query: SearchQuery): string {
  const params = new URLSearchParams({ q: query.q });
  for (const name of ['kind', 'unit', 'project', 'author', 'from', 'to', 'cursor'] as const) {
    const value = query[name];
    if (value) params.set(name, value);
  }
  return `/search?${params}`;
}

/** Whether more than its words and its kind narrows it. */
export function isNarrowed({ unit, project, author, from, to }: SearchQuery): boolean {
  return [unit, project, author, from, to].some(Boolean);
}
