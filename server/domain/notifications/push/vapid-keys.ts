import webPush from 'web-push';
import type { Database } from '#server/platform/database/client.ts';

/** What tells push services that a message comes from this house (RFC 8292). */
export type VapidKeys = { publicKey: string; privateKey: string };

const SECRET = 'vapid';

/**
 * The house's own key pair, made when it is first asked for: with the first start. It stays, as every browser's
 * subscription is bound to it; of several processes that start at once, the first one's counts.
 */
export function createVapidKeys(db: Database): () => Promise<VapidKeys> {
  let keys: Promise<VapidKeys> | undefined;
  return () => {
    keys ??= readKeys(db);
    // A database that was away is asked again.
    keys.catch(() => {
      keys = undefined;
    });
    return keys;
  };
}

async function readKeys(db: Database): Promise<VapidKeys> {
  const known = await db.houseSecret.findUnique({ where: { name: SECRET } });
  if (known) return JSON.parse(known.value) as VapidKeys;
  const made = { name: SECRET, value: JSON.stringify(webPush.generateVAPIDKeys()) };
  await db.houseSecret.createMany({ data: [made], skipDuplicates: true });
  const { value } = await db.houseSecret.findUniqueOrThrow({ where: { name: SECRET } });
  return JSON.parse(value) as VapidKeys;
}
