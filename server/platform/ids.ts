import { v7 } from 'uuid';

/** Makes primary keys. Injected so that the sample company and the tests can be deterministic. */
export type Ids = { next(): string };

/** UUIDv7 (RFC 9562): time-ordered, so that new rows sit together in the index. */
export const uuidIds: Ids = { next: () => v7() };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the textual form of a UUID; ask before an address part reaches a uuid column. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}
