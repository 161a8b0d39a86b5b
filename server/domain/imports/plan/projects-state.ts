import type { KnownAssignment, KnownLine, PersonsState } from './organisation-state.ts';

export type KnownProject = {
  id: string;
  source: string | null;
  externalId: string | null;
  name: string;
  slug: string;
  parentId: string | null;
  audienceId: string;
  chartId: string;
  archived: boolean;
};
export type KnownSeat = {
  id: string;
  chartId: string;
  source: string | null;
  externalId: string | null;
  title: string;
  rank: number;
  closed: boolean;
};
export type KnownResponsibility = {
  id: string;
  projectId: string;
  role: 'lead' | 'deputy' | 'sponsor';
  personId: string;
};

/** Projects and their charts today, as far as an import looks at them. */
export type ProjectsState = PersonsState & {
  projects: KnownProject[];
  slugs: Set<string>;
  positions: KnownSeat[];
  assignments: KnownAssignment[];
  lines: KnownLine[];
  responsibilities: KnownResponsibility[];
};
