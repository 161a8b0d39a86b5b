import type { MessageKey } from '#app/shell/i18n.tsx';

/** The words for roles. */
export const ROLE_NAMES = {
  administrator: 'admin.roleAdministrator',
  people_operations: 'admin.rolePeopleOperations',
  employee: 'admin.roleEmployee',
  reader: 'admin.roleReader',
  external: 'admin.roleExternal',
} as const satisfies Record<string, MessageKey>;

/** The words for rights, in the order in which they are offered. A deputy's right is given on the profile. */
export const GRANT_NAMES = {
  post_to_everyone: 'admin.grantPostToEveryone',
  post_to_audience: 'admin.grantPostToAudience',
  must_read: 'admin.grantMustRead',
  speak_for: 'admin.grantSpeakFor',
  moderate: 'admin.grantModerate',
  edit_chart: 'admin.grantEditChart',
  edit_people: 'admin.grantEditPeople',
  site_staff: 'admin.grantSiteStaff',
  manage_project: 'admin.grantManageProject',
  deputy: 'admin.grantDeputy',
} as const satisfies Record<string, MessageKey>;

export type GrantName = keyof typeof GRANT_NAMES;
