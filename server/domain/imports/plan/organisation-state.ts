/** What is in the company today, as far as an import looks at it; what has ended only where its id may come back. */
export type KnownPerson = {
  id: string;
  displayName: string;
  givenName: string;
  familyName: string;
  nameWithheld: boolean;
  source: string | null;
  externalId: string | null;
  personnelNumber: string | null;
  siteId: string | null;
  joinedOn: string | null;
  endsOn: string | null;
  /** Address of the account, lower case; null without an account or address. */
  email: string | null;
  hasAccount: boolean;
  /** The last day is over. */
  left: boolean;
};

export type KnownUnit = {
  id: string;
  name: string;
  parentId: string | null;
  source: string | null;
  externalId: string | null;
};

export type KnownPosition = {
  id: string;
  source: string | null;
  externalId: string | null;
  title: string;
  grade: string | null;
  unitId: string | null;
  siteId: string | null;
  vacantSince: string | null;
  /** Closed before today; its id may come back. */
  closed: boolean;
};

export type KnownAssignment = {
  id: string;
  positionId: string;
  personId: string;
  share: number;
  main: boolean;
};
export type KnownLine = { id: string; positionId: string; managerId: string; kind: 'primary' | 'dotted' };

export type PersonsState = {
  persons: KnownPerson[];
  sites: { id: string; name: string }[];
};

export type OrganisationState = PersonsState & {
  chartId: string;
  units: KnownUnit[];
  positions: KnownPosition[];
  assignments: KnownAssignment[];
  lines: KnownLine[];
};
