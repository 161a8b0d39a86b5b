import { plainText } from '#server/domain/conversation/plain-text.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { noticeFindable } from '#server/domain/statutory/notice.policy.ts';
import type { NoticeView } from '#server/domain/statutory/notice.view.ts';
import { noticeState } from '#server/domain/statutory/notice-state.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type Language, Prisma } from '#server/platform/database/schema.ts';
import type { NoticeResult } from './search.view.ts';
import { mark, type Segment, snippet } from './snippet.ts';

type NoticeRow = Pick<NoticeView, 'id' | 'title' | 'language' | 'site' | 'validFrom' | 'lastDay'> & {
  /** As written in that language, and in the other where it hangs in both. */
  source: string;
  otherSource: string | null;
  withdrawn: boolean;
};

/** Statutory notices among the hits, in the reader's language where they hang in it. That they were found is noted nowhere. */
export async function noticeResults(
  db: Database,
  actor: Actor,
  ids: string[],
  query: string,
  today: Date,
): Promise<Map<string, NoticeResult>> {
  if (ids.length === 0) return new Map();
  const day = today.toISOString().slice(0, 10);
  const [mine, other]: Language[] = actor.language === 'de' ? ['de', 'en'] : ['en', 'de'];
  const column = (name: string, language = mine) => Prisma.raw(`n.${name}_${language}`);
  const rows = await db.$queryRaw<NoticeRow[]>(Prisma.sql`
    SELECT n.id::text, COALESCE(${column('title')}, ${column('title', other)}) AS title,
      CASE WHEN ${column('title')} IS NULL THEN ${other} ELSE ${mine} END AS language,
      COALESCE(${column('source')}, ${column('source', other)}) AS source,
      CASE WHEN ${column('source')} IS NOT NULL THEN ${column('source', other)} END AS "otherSource",
      CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('slug', s.slug, 'name', s.name) END AS site,
      n.valid_from::text AS "validFrom", (n.valid_to - 1)::text AS "lastDay", n.withdrawn_at IS NOT NULL AS withdrawn
    FROM statutory_notice n LEFT JOIN site s ON s.id = n.site_id
    WHERE n.id = ANY(${ids}::uuid[]) AND ${noticeFindable(actor, day)}`);
  return new Map(
    rows.map(({ source, otherSource, withdrawn, title, ...row }): [string, NoticeResult] => [
      row.id,
      {
        ...row,
        kind: 'notice',
        title: mark(title, query),
        snippet: snippetOf(source, otherSource, query),
        state: noticeState({ ...row, withdrawn }, day),
      },
    ]),
  );
}

/** From the text as it is shown; from the other one where only that holds what was searched for. */
function snippetOf(source: string, otherSource: string | null, query: string): Segment[] {
  const own = snippet(plainText(source), query);
  if (otherSource === null || own.some((segment) => segment.hit)) return own;
  const other = snippet(plainText(otherSource), query);
  return other.some((segment) => segment.hit) ? other : own;
}
