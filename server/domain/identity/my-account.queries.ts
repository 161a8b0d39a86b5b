import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Actor } from './actor.ts';

export type MySession = {
  id: string;
  /** "Firefox · Windows", or empty where the browser did not say. */
  device: string;
  terminal: boolean;
  current: boolean;
  since: string;
};

/** My open sessions, this one first. Where somebody signed in from is not kept. */
export async function mySessions(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
): Promise<MySession[]> {
  const rows = await db.session.findMany({
    where: { accountId: actor.accountId, expiresAt: { gt: clock.now() } },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  return rows
    .map((row) => ({
      id: row.id,
      device: row.device,
      terminal: row.kind === 'terminal',
      current: row.id === actor.sessionId,
      since: row.createdAt.toISOString(),
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** What I set for myself; null where the company or the site decides. */
export async function myPreferences({ db }: Pick<Parts, 'db'>, actor: Actor) {
  const person = await db.person.findUnique({
    where: { id: actor.personId },
    select: {
      language: true,
      tone: true,
      timeZone: true,
      personnelNumber: true,
      site: { select: { name: true, timeZone: true } },
      accountAsPerson: { select: { email: true, passwordChangedAt: true } },
    },
  });
  if (!person) throw new AppError('not_found');
  return {
    language: person.language ?? actor.language,
    tone: person.tone,
    timeZone: person.timeZone,
    site: person.site,
    email: person.accountAsPerson?.email ?? null,
    personnelNumber: person.personnelNumber,
    passwordChangedAt: person.accountAsPerson?.passwordChangedAt?.toISOString() ?? null,
  };
}
