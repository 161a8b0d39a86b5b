import type { Parts } from '#server/domain/parts.ts';
import { hashToken, newToken } from './token.ts';

/** A browser stays known this long after the last sign-in in it. */
export const KNOWN_DEVICE_DAYS = 365;
const DAY_MS = 86_400_000;

/** The id of the known device behind a cookie, if this account signed in there before; else null. */
export async function knownDeviceOf(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountId: string | null,
  deviceToken: string | null,
): Promise<string | null> {
  if (!deviceToken) return null;
  const found = await db.knownDevice.findFirst({
    where: { id: deviceIdOf(deviceToken, accountId), expiresAt: { gt: clock.now() } },
    select: { id: true, accountId: true },
  });
  return found && found.accountId === accountId ? found.id : null;
}

/**
 * Remembers that this account signed in in this browser and returns the cookie's token. Colleagues may share a
 * browser: one token stands for the browser, one row for each account in it.
 */
export async function rememberDevice(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountId: string,
  deviceToken: string | null,
): Promise<string> {
  const token = deviceToken && deviceToken.length >= 40 ? deviceToken : newToken();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + KNOWN_DEVICE_DAYS * DAY_MS);
  const id = deviceIdOf(token, accountId);
  await db.knownDevice.upsert({
    where: { id },
    create: { id, accountId, createdAt: now, expiresAt },
    update: { expiresAt },
  });
  return token;
}

function deviceIdOf(deviceToken: string, accountId: string | null): string {
  return hashToken(`${deviceToken} ${accountId}`);
}
