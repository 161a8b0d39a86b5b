import type { Entity } from '#server/domain/imports/plan/plan.ts';

type Column = {
  name: string;
  type: 'uuid' | 'text' | 'int' | 'boolean' | 'date' | 'timestamptz' | (string & {});
};

/** Where an operation's values stand in the database: Prisma's field → column and its SQL type. */
export const TABLES: Record<
  Entity,
  { table: string; stamped: 'both' | 'created' | 'none'; columns: Record<string, Column> }
> = {
  unit: {
    table: 'org_unit',
    stamped: 'none',
    columns: {
      name: { name: 'name', type: 'text' },
      parentId: { name: 'parent_id', type: 'uuid' },
      audienceId: { name: 'audience_id', type: 'uuid' },
      boardAudienceId: { name: 'board_audience_id', type: 'uuid' },
      externalSource: { name: 'external_source', type: 'text' },
      externalId: { name: 'external_id', type: 'text' },
      validFrom: { name: 'valid_from', type: 'date' },
    },
  },
  person: {
    table: 'person',
    stamped: 'both',
    columns: {
      kind: { name: 'kind', type: 'person_kind' },
      givenName: { name: 'given_name', type: 'text' },
      familyName: { name: 'family_name', type: 'text' },
      displayName: { name: 'display_name', type: 'text' },
      sortName: { name: 'sort_name', type: 'text' },
      nameWithheld: { name: 'name_withheld', type: 'boolean' },
      personnelNumber: { name: 'personnel_number', type: 'text' },
      externalSource: { name: 'external_source', type: 'text' },
      externalId: { name: 'external_id', type: 'text' },
      siteId: { name: 'site_id', type: 'uuid' },
      joinedOn: { name: 'joined_on', type: 'date' },
      endsOn: { name: 'ends_on', type: 'date' },
    },
  },
  account: {
    table: 'account',
    stamped: 'created',
    columns: {
      personId: { name: 'person_id', type: 'uuid' },
      email: { name: 'email', type: 'text' },
      role: { name: 'role', type: 'role' },
      state: { name: 'state', type: 'account_state' },
    },
  },
  position: {
    table: 'position',
    stamped: 'both',
    columns: {
      chartId: { name: 'chart_id', type: 'uuid' },
      title: { name: 'title', type: 'text' },
      searchTitle: { name: 'search_title', type: 'text' },
      unitId: { name: 'unit_id', type: 'uuid' },
      siteId: { name: 'site_id', type: 'uuid' },
      grade: { name: 'grade', type: 'text' },
      rank: { name: 'rank', type: 'int' },
      vacantSince: { name: 'vacant_since', type: 'date' },
      validFrom: { name: 'valid_from', type: 'date' },
      validTo: { name: 'valid_to', type: 'date' },
      externalSource: { name: 'external_source', type: 'text' },
      externalId: { name: 'external_id', type: 'text' },
    },
  },
  assignment: {
    table: 'assignment',
    stamped: 'created',
    columns: {
      positionId: { name: 'position_id', type: 'uuid' },
      personId: { name: 'person_id', type: 'uuid' },
      share: { name: 'share', type: 'int' },
      main: { name: 'main', type: 'boolean' },
      validFrom: { name: 'valid_from', type: 'date' },
      validTo: { name: 'valid_to', type: 'date' },
    },
  },
  line: {
    table: 'reporting_line',
    stamped: 'none',
    columns: {
      chartId: { name: 'chart_id', type: 'uuid' },
      positionId: { name: 'position_id', type: 'uuid' },
      managerId: { name: 'manager_id', type: 'uuid' },
      kind: { name: 'kind', type: 'line_kind' },
      validFrom: { name: 'valid_from', type: 'date' },
      validTo: { name: 'valid_to', type: 'date' },
    },
  },
  project: {
    table: 'project',
    stamped: 'created',
    columns: {
      slug: { name: 'slug', type: 'text' },
      name: { name: 'name', type: 'text' },
      parentId: { name: 'parent_id', type: 'uuid' },
      audienceId: { name: 'audience_id', type: 'uuid' },
      chartId: { name: 'chart_id', type: 'uuid' },
      cadence: { name: 'cadence', type: 'cadence' },
      lifecycle: { name: 'lifecycle', type: 'lifecycle' },
      startedOn: { name: 'started_on', type: 'date' },
      externalSource: { name: 'external_source', type: 'text' },
      externalId: { name: 'external_id', type: 'text' },
    },
  },
  responsibility: {
    table: 'responsibility',
    stamped: 'none',
    columns: {
      scope: { name: 'scope', type: 'responsibility_scope' },
      scopeId: { name: 'scope_id', type: 'uuid' },
      role: { name: 'role', type: 'responsibility_role' },
      personId: { name: 'person_id', type: 'uuid' },
      validFrom: { name: 'valid_from', type: 'date' },
      validTo: { name: 'valid_to', type: 'date' },
    },
  },
};
