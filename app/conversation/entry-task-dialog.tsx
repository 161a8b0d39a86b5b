import { onUse } from '#app/shell/on-use.tsx';

/** Editing, history, reporting and hiding: windows that open from a menu, so their code comes after the entries'. */
export const EntryTaskDialog = onUse(() =>
  import('./entry-task-window.tsx').then((file) => file.EntryTaskWindow),
);
