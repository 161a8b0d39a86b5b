import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { FieldErrors } from '#server/platform/errors.ts';
import type { StatusDraft } from './project.view.ts';
import { lastStatusDraft } from './status.queries.ts';

/** A field, as the writer says it, and the field that says the same in the other language. */
const PAIRS = { text: 'otherText', blockers: 'otherBlockers', helpWanted: 'otherHelpWanted' } as const;
type Said = keyof typeof PAIRS;

export type StatusWords = Record<Said | (typeof PAIRS)[Said], string | null>;

/**
 * Where the other language still says what the last update said, while the writer's own words have changed: the form
 * begins with the last update, and whoever reads the other language would get old news as new. Null where all is well.
 */
export async function staleTranslation(
  db: Tx,
  writer: Pick<Actor, 'language'>,
  projectId: string,
  words: StatusWords,
): Promise<FieldErrors | null> {
  if (Object.values(PAIRS).every((other) => !words[other])) return null;
  const last = await lastStatusDraft({ db }, writer, projectId);
  const stale = (Object.keys(PAIRS) as Said[]).filter((said) => isStale(said, words, last));
  if (stale.length === 0) return null;
  return Object.fromEntries(stale.map((said) => [PAIRS[said], ['projects.otherIsOld']]));
}

function isStale(said: Said, words: StatusWords, last: StatusDraft): boolean {
  const other = words[PAIRS[said]];
  return other !== null && same(other, last.other[said]) && !same(words[said], last[said]);
}

/** Forms send line ends as CRLF. */
function same(one: string | null, two: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return plain(one ?? '') === plain(two);
}
