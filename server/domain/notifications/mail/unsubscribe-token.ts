import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { NOTICE_KINDS } from '#server/domain/notifications/delivery.schema.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { NotificationKind } from '#server/platform/database/schema.ts';

/** What a link ends: the mails about one kind, those of one way, or all. */
export type UnsubscribeScope = NotificationKind | 'instant' | 'daily' | 'weekly' | 'all';
export type Unsubscription = { personId: string; scope: UnsubscribeScope };

export type UnsubscribeTokens = {
  issue(unsubscription: Unsubscription): Promise<string>;
  /** Null for anything that this house did not sign. */
  read(token: string): Promise<Unsubscription | null>;
};

const SECRET = 'unsubscribe';
const SCOPES: readonly string[] = [...NOTICE_KINDS, 'instant', 'daily', 'weekly', 'all'];
const SIGNATURE_BYTES = 16;

/**
 * Links that end mails without a sign-in (RFC 8058): a person and a scope, signed with a key that the house makes at
 * first use. They have no end: an old mail must still be able to stop the next one, and can do nothing else.
 */
export function createUnsubscribeTokens(db: Database): UnsubscribeTokens {
  let key: Promise<Buffer> | undefined;
  async function sign(text: string): Promise<Buffer> {
    key ??= houseKey(db);
    // A database that was away is asked again.
    key.catch(() => {
      key = undefined;
    });
    return createHmac('sha256', await key)
      .update(text)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
  return {
    async issue({ personId, scope }) {
      const text = `${personId.replaceAll('-', '')}-${scope}`;
      return `${text}-${(await sign(text)).toString('hex')}`;
    },
    async read(token) {
      const match = /^(([0-9a-f]{32})-([a-z]{2,20}))-([0-9a-f]{32})$/.exec(token);
      const [, text = '', id = '', scope = '', signature = ''] = match ?? [];
      if (!match || !SCOPES.includes(scope)) return null;
      if (!timingSafeEqual(await sign(text), Buffer.from(signature, 'hex'))) return null;
      const personId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return { personId, scope: scope as UnsubscribeScope };
    },
  };
}

/** The house's own key; of several processes that start at once, the first one's. */
async function houseKey(db: Database): Promise<Buffer> {
  const made = { name: SECRET, value: randomBytes(32).toString('hex') };
  await db.houseSecret.createMany({ data: [made], skipDuplicates: true });
  const { value } = await db.houseSecret.findUniqueOrThrow({ where: { name: SECRET } });
  return Buffer.from(value, 'hex');
}
