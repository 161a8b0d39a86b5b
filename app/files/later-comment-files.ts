import { lazy } from 'react';

/** {@link CommentFiles}, whose code comes once somebody writes a comment. */
export const LaterCommentFiles = lazy(() =>
  import('./comment-files.tsx').then((file) => ({ default: file.CommentFiles })),
);
