export type DirectoryQuery = {
  q: string;
  letter: string | null;
  unit: string | null;
  site: string | null;
  /** A project's slug. */
  project: string | null;
  skill: string | null;
  language: string | null;
  after: string | null;
};

/** The directory's address under a filter; what is not set is left out. */
export function directoryAddress(filter: DirectoryQuery): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/people?${text}` : '/people';
}
