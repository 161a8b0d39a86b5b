type Where = { q: string; kind?: string | null; cursor?: string | null };

/** The address of a search. */
export function searchAddress({ q, kind, cursor }: Where): string {
  const params = new URLSearchParams({ q });
  if (kind) params.set('kind', kind);
  if (cursor) params.set('cursor', cursor);
  return `/search?${params}`;
}
