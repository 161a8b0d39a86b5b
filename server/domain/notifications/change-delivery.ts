import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { deliveryOf } from './delivery.queries.ts';
import type { DeliveryInput } from './delivery.schema.ts';

/** Stores how and when the actor wants to be told. What the form did not ask stays as it is. */
export async function changeDelivery(
  { db }: Pick<Parts, 'db'>,
  actor: Actor,
  { kinds, feedDigest, ...times }: DeliveryInput,
): Promise<void> {
  const { personId } = actor;
  const before = await deliveryOf(db, personId);
  const rows = kinds.map(({ kind, inApp, mail, push }) => {
    const own = before.kinds.find((one) => one.kind === kind);
    return { personId, kind, inApp, mail: mail ?? own?.mail ?? 'off', push: push ?? own?.push ?? false };
  });
  const data = { ...times, feedDigest: feedDigest ?? before.feedDigest };
  await db.$transaction([
    db.noticePreference.deleteMany({ where: { personId, kind: { in: kinds.map(({ kind }) => kind) } } }),
    db.noticePreference.createMany({ data: rows }),
    db.deliveryPreference.upsert({
      where: { personId },
      create: { personId, ...data },
      update: data,
    }),
  ]);
}
