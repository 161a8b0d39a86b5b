export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `?audience=<id>`: the one audience to look at alone. */
export function audienceFilter(search: URLSearchParams): { audienceId: string } | undefined {
  const audienceId = search.get('audience');
  return audienceId && UUID.test(audienceId) ? { audienceId } : undefined;
}
