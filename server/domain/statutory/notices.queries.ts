import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { type Language, Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { mayHangNotices } from './notice.policy.ts';
import type { NoticeBoardView, NoticeView } from './notice.view.ts';
import { noticeState } from './notice-state.ts';

type Read = Pick<Parts, 'db' | 'clock'>;
type Row = Omit<NoticeView, 'state'> & { withdrawn: boolean };

/** More do not hang at once; of the past, the newest. */
const SHOWN = 100;

/**
 * What hangs at a site and at all, the newest first; by itself at the reader's site. Those to come are seen by whoever
 * may hang them up. Nothing is noted about who reads it.
 * @param site a slug; an unknown one means the reader's own
 */
export async function noticeBoard(
  parts: Read,
  actor: Actor,
  options: { site?: string | null; past?: boolean } = {},
): Promise<NoticeBoardView> {
  const sites = await parts.db.site.findMany({ orderBy: { name: 'asc' } });
  const site =
    sites.find(({ slug }) => slug === options.site) ?? sites.find(({ id }) => id === actor.siteId) ?? null;
  const today = day(parts, actor);
  const mayHang = mayHangNotices(actor);
  const over = Prisma.sql`(n.withdrawn_at IS NOT NULL OR n.valid_to <= ${today}::date)`;
  const which = options.past
    ? over
    : Prisma.sql`NOT COALESCE(${over}, false) AND (${mayHang} OR n.valid_from <= ${today}::date)`;
  const rows = await read(
    parts,
    actor,
    Prisma.sql`(n.site_id IS NULL OR n.site_id = ${site?.id ?? null}::uuid) AND ${which}`,
  );
  const named = (of: { slug: string; name: string }) => ({ slug: of.slug, name: of.name });
  return { site: site && named(site), sites: sites.map(named), notices: rows, mayHang };
}

/** One notice, also of another site. @throws AppError not_found, also of one to come that is not the reader's to hang. */
export async function notice(parts: Read, actor: Actor, id: string): Promise<NoticeView> {
  const [found] = isUuid(id) ? await read(parts, actor, Prisma.sql`n.id = ${id}::uuid`) : [];
  if (!found || (found.state === 'upcoming' && !mayHangNotices(actor))) throw new AppError('not_found');
  return found;
}

async function read(parts: Read, actor: Actor, where: Prisma.Sql): Promise<NoticeView[]> {
  const today = day(parts, actor);
  const [mine, other] = actor.language === 'de' ? ['de', 'en'] : ['en', 'de'];
  const column = (name: string, language: string) => Prisma.raw(`n.${name}_${language}`);
  const worded = (name: string) =>
    Prisma.sql`COALESCE(${column(name, mine as string)}, ${column(name, other as string)})`;
  const rows = await parts.db.$queryRaw<(Row & { language: Language })[]>`
    SELECT n.id::text, ${worded('title')} AS title, ${worded('html')} AS html,
      CASE WHEN ${column('title', mine as string)} IS NULL THEN ${other} ELSE ${mine} END AS language,
      CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('slug', s.slug, 'name', s.name) END AS site,
      n.valid_from::text AS "validFrom", (n.valid_to - 1)::text AS "lastDay", ${personRefJson('p')} AS by,
      n.withdrawn_at IS NOT NULL AS withdrawn
    FROM statutory_notice n JOIN person p ON p.id = n.published_by_id LEFT JOIN site s ON s.id = n.site_id
    WHERE ${where} ORDER BY n.valid_from DESC, n.id DESC LIMIT ${SHOWN}`;
  return rows.map(({ withdrawn, ...row }) => ({
    ...row,
    by: row.by as PersonRef,
    state: noticeState({ ...row, withdrawn }, today),
  }));
}

function day(parts: Read, actor: Actor): string {
  return dayIn(actor.timeZone, parts.clock.now()).toISOString().slice(0, 10);
}
