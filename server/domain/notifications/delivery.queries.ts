import { mayModerate } from '#server/domain/conversation/entry.policy.ts';
import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type MailWay, type NotificationKind, Prisma } from '#server/platform/database/schema.ts';
import { KIND_DEFAULTS, NOTICE_KINDS } from './delivery.schema.ts';

export type KindDelivery = { kind: NotificationKind; inApp: boolean; mail: MailWay; push: boolean };

/** How and when a person wants to be told. */
export type Delivery = {
  kinds: KindDelivery[];
  feedDigest: MailWay;
  withWords: boolean;
  outsideHours: boolean;
  /** Minutes after midnight in the person's zone; both or neither. */
  quietFrom: number | null;
  quietTo: number | null;
};

const DEFAULT_TIMES = {
  feedDigest: 'off' as MailWay,
  withWords: false,
  outsideHours: false,
  quietFrom: null,
  quietTo: null,
};

/** What applies to a person now: what they chose, else the defaults. */
export async function deliveryOf(db: Database, personId: string): Promise<Delivery> {
  const [rows, times] = await Promise.all([
    db.noticePreference.findMany({ where: { personId } }),
    db.deliveryPreference.findUnique({ where: { personId }, omit: { personId: true } }),
  ]);
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  const kinds = NOTICE_KINDS.map((kind) => {
    const { locked, mail, push } = KIND_DEFAULTS[kind];
    const own = chosen.get(kind);
    return { kind, inApp: locked || (own?.inApp ?? true), mail: own?.mail ?? mail, push: own?.push ?? push };
  });
  return { kinds, ...(times ?? DEFAULT_TIMES) };
}

/** What I may set: only the kinds that can reach me, and whether a mail can at all. */
export async function myDelivery(db: Database, actor: Actor) {
  const [delivery, account] = await Promise.all([
    deliveryOf(db, actor.personId),
    db.account.findUnique({ where: { id: actor.accountId }, select: { email: true } }),
  ]);
  const kinds = delivery.kinds
    .filter(({ kind }) => canReach(actor, kind))
    .map((one) => ({ ...one, locked: KIND_DEFAULTS[one.kind].locked }));
  return { ...delivery, kinds, hasMail: Boolean(account?.email) };
}

function canReach(actor: Actor, kind: NotificationKind): boolean {
  if (kind === 'report') return mayModerate(actor, { independent: false });
  return kind !== 'import' || isAdministrator(actor);
}

/** SQL: the defaults as rows `(kind, mail)`, for statements over many people. */
export function kindDefaults(): Prisma.Sql {
  const rows = NOTICE_KINDS.map(
    (kind) => Prisma.sql`(${kind}::notification_kind, ${KIND_DEFAULTS[kind].mail}::mail_way)`,
  );
  return Prisma.sql`(VALUES ${Prisma.join(rows)})`;
}
