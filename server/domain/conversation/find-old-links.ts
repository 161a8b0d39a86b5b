import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { firstOwnLink } from './own-link.ts';

const JOB = 'conversation.find-old-links';
/** Where the search has come to: a row of the settings table that nobody sets. */
const KEY = 'links.looked_through';
const AT_ONCE = 500;

/** All entries up to this one have been looked at; `done` once there are no more. */
type Progress = { upTo?: string; done?: true };
type OldBody = { entryId: string; revision: number; language: Language; source: string };

/** Finds the links in what was written before links were kept, so that it has its previews, too. */
export function registerOldLinks(parts: Pick<Parts, 'config' | 'db' | 'jobs' | 'log'>): void {
  parts.jobs.handle(JOB, async () => {
    while (!(await findOldLinks(parts, AT_ONCE))) parts.log.debug({ job: JOB }, 'goes on');
  });
}

/** At each start: sets the search off unless it was done once. One that a stopped process left is gone on with. */
export async function resumeOldLinks({ db, jobs }: Pick<Parts, 'db' | 'jobs'>): Promise<void> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  if (!(row?.value as Progress | undefined)?.done) await jobs.send(JOB, {});
}

/**
 * Looks at the next `atOnce` entries, oldest first, and notes how far it came in the same transaction. Processes that do
 * it at once take turns; a text that has its link, or none to a page of ours, stays as it is.
 * @returns whether there are no more
 */
export function findOldLinks(parts: Pick<Parts, 'config' | 'db'>, atOnce: number): Promise<boolean> {
  return parts.db.$transaction(async (tx) => {
    const { upTo, done } = await takeTurn(tx);
    if (done) return true;
    const entries = await tx.entry.findMany({
      where: upTo ? { id: { gt: upTo } } : {},
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true },
    });
    const ids = entries.map(({ id }) => id);
    for (const { source, ...body } of await bodiesToLookAt(tx, ids)) {
      const link = firstOwnLink(source, parts.config.appUrl);
      if (link) await tx.entryBody.updateMany({ where: body, data: { link } });
    }
    const over = ids.length < atOnce;
    const progress: Progress = over ? { done: true } : { upTo: ids.at(-1) };
    await tx.setting.update({ where: { key: KEY }, data: { value: progress, changedAt: new Date() } });
    return over;
  });
}

async function takeTurn(tx: Tx): Promise<Progress> {
  await tx.setting.createMany({ data: [{ key: KEY, value: {} }], skipDuplicates: true });
  const rows = await tx.$queryRaw<
    { value: Progress }[]
  >`SELECT value FROM setting WHERE key = ${KEY} FOR UPDATE`;
  return rows[0]?.value ?? {};
}

/** Only what may hold one of our addresses is parsed. */
function bodiesToLookAt(tx: Tx, entryIds: string[]): Promise<OldBody[]> {
  return tx.$queryRaw<OldBody[]>`
    SELECT b.entry_id::text AS "entryId", b.revision, b.language, b.source FROM entry_body b
    WHERE b.entry_id = ANY(${entryIds}::uuid[]) AND b.link IS NULL AND b.source ~ '/(posts|projects|people|notices)/'
    ORDER BY b.entry_id`;
}
