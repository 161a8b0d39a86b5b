/** The comment that an address points to (`?comment=<id>`): its thread is shown back to it, however long it is. */
export function askedComment(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('comment') ?? undefined;
}
