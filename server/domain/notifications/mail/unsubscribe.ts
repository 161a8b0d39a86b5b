import { deliveryOf } from '#server/domain/notifications/delivery.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import type { UnsubscribeScope, UnsubscribeTokens } from './unsubscribe-token.ts';

type Needs = Pick<Parts, 'db'> & { tokens: UnsubscribeTokens };

/**
 * Ends mails by the link in one of them; no sign-in, since the link itself is the right to do this and nothing else.
 * Twice is as good as once. Notices in the app stay. `not_found` for a link that is not ours.
 * @param everything all mails about notices, whatever the link was about.
 */
export async function unsubscribe({ db, tokens }: Needs, token: string, everything: boolean): Promise<void> {
  const signed = await tokens.read(token);
  if (!signed) throw new AppError('not_found');
  const { personId } = signed;
  const scope = everything ? 'all' : signed.scope;
  const delivery = await deliveryOf(db, personId);
  const ended = delivery.kinds.filter(({ kind, mail }) => mail !== 'off' && covers(scope, kind, mail));
  await db.$transaction(async (tx) => {
    if (!(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))) return;
    for (const { kind, inApp } of ended) {
      await tx.noticePreference.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, inApp, mail: 'off' },
        update: { mail: 'off' },
      });
    }
    if (scope === 'all' || scope === delivery.feedDigest) {
      await tx.deliveryPreference.updateMany({ where: { personId }, data: { feedDigest: 'off' } });
    }
  });
}

/** What a link is about, for the page that asks once more; null for a link that is not ours. Changes nothing. */
export async function unsubscribeScope(
  { tokens }: Pick<Needs, 'tokens'>,
  token: string,
): Promise<UnsubscribeScope | null> {
  return (await tokens.read(token))?.scope ?? null;
}

function covers(scope: UnsubscribeScope, kind: string, mail: string): boolean {
  return scope === 'all' || scope === kind || scope === mail;
}
