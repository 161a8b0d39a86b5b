/** What the address of something written depends on. */
export type AddressedEntry = {
  id: string;
  /** The entry it was written below, for comments and answers. */
  threadId: string | null;
  /** Handle of the board's owner, for pins and what stands below them. */
  boardOf?: string | null;
  /** Slug of the project, for status updates and what stands below them. */
  projectOf?: string | null;
};

/** Where something written can be read: a post's own page, a status in its project, a pin on its board; a comment there. */
export function addressOfEntry({ id, threadId, boardOf, projectOf }: AddressedEntry): string {
  const page = addressOfHead(threadId ?? id, boardOf, projectOf);
  return threadId ? `${page}?comment=${id}#comment-${id}` : page;
}

function addressOfHead(id: string, boardOf?: string | null, projectOf?: string | null): string {
  if (boardOf) return `/people/${encodeURIComponent(boardOf)}/pins/${id}`;
  return projectOf ? `/projects/${encodeURIComponent(projectOf)}/status/${id}` : `/posts/${id}`;
}
