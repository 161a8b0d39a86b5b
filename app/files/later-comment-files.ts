import { type ComponentType, lazy } from 'react';

/** {@link CommentFiles}, whose code comes once somebody writes a comment; where it does not come, the comment goes without files. */
export const LaterCommentFiles = lazy<ComponentType<{ onBusy: (busy: boolean) => void }>>(() =>
  import('./comment-files.tsx').then(
    (file) => ({ default: file.CommentFiles }),
    () => ({ default: () => null }),
  ),
);
