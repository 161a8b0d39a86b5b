import { joinAudience } from '#server/domain/audience/join-audience.ts';
import { leaveAudience } from '#server/domain/audience/leave-audience.ts';
import { today } from '#server/domain/organisation/day.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

/** Makes a person a member of their site's audience, and of no other site's. Idempotent. */
export async function syncSiteMembership(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  personId: string,
): Promise<void> {
  const day = today(parts);
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { endsOn: true, site: { select: { audienceId: true } } },
  });
  const gone = !person || (person.endsOn !== null && person.endsOn <= day);
  const wanted = gone ? null : (person.site?.audienceId ?? null);
  const current = await tx.audienceMembership.findMany({
    where: { personId, cause: 'site', OR: [{ validTo: null }, { validTo: { gt: day } }] },
    select: { audienceId: true },
  });
  for (const { audienceId } of current) {
    if (audienceId !== wanted)
      await leaveAudience(tx, parts, { audienceId, personId, cause: 'site', on: day });
  }
  if (wanted && !current.some((row) => row.audienceId === wanted)) {
    await joinAudience(tx, parts, { audienceId: wanted, personId, cause: 'site', from: day, deliver: true });
  }
}
