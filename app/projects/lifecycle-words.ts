/** The words for a project's phases. */
export const LIFECYCLES = {
  active: 'projects.lifecycleActive',
  paused: 'projects.lifecyclePaused',
  done: 'projects.lifecycleDone',
  archived: 'projects.lifecycleArchived',
} as const;
