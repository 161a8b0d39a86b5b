/** Where a board is asked for as data, and where its forms go. */
export function boardAddress(ownerId: string, after: string | null = null): string {
  return `/boards/${ownerId}${after ? `?after=${encodeURIComponent(after)}` : ''}`;
}
