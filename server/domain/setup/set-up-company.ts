import { systemActor } from '#server/domain/identity/actor.ts';
import { createAccount } from '#server/domain/identity/create-account.ts';
import { createPerson } from '#server/domain/identity/create-person.ts';
import { writeGrant } from '#server/domain/identity/grants/give-grant.ts';
import { hashPassword } from '#server/domain/identity/password.ts';
import { createChart } from '#server/domain/organisation/create-chart.ts';
import { createSite } from '#server/domain/organisation/sites/create-site.ts';
import type { Parts } from '#server/domain/parts.ts';
import { storeSettings } from '#server/domain/settings/change-settings.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import type { SetupInput } from './setup.schema.ts';
import { forgetSetupCode } from './setup-code.ts';

// Any constant would do: one set-up at a time.
const LOCK = 0x73657475;

/**
 * Opens the house: settings, sites with their calendars, the company's chart, and the first administrator, who may
 * speak to everyone and moderate until others are given these rights. All or nothing; `conflict` where somebody has
 * an account already.
 */
export async function setUpCompany(
  parts: Pick<Parts, 'db' | 'ids' | 'clock' | 'events'>,
  input: SetupInput,
): Promise<{ personId: string }> {
  const passwordHash = await hashPassword(input.password);
  return parts.events.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    await mustBeEmpty(tx);
    let firstSite: string | null = null;
    for (const site of input.sites) {
      const { id } = await createSite(tx, parts, systemActor, {
        name: site.name,
        timeZone: site.timeZone,
        region: site.region,
      });
      firstSite ??= id;
    }
    await createChart(tx, parts, systemActor, { kind: 'company', name: input.companyName });
    const { id: personId } = await createPerson(tx, parts, {
      givenName: input.givenName,
      familyName: input.familyName,
      siteId: firstSite,
      language: input.defaultLanguage,
    });
    await createAccount(tx, parts, { personId, email: input.email, role: 'administrator', passwordHash });
    for (const kind of ['post_to_everyone', 'moderate'] as const) {
      await writeGrant(tx, parts, { kind, personId });
    }
    await storeSettings(tx, parts, personId, {
      companyName: input.companyName,
      brandHue: input.brandHue,
      defaultLanguage: input.defaultLanguage,
      germanTone: input.germanTone,
      setUpAt: parts.clock.now().toISOString(),
    });
    await forgetSetupCode(tx);
    return { personId };
  });
}

async function mustBeEmpty(tx: Tx): Promise<void> {
  const accounts = await tx.account.count({ take: 1 });
  if (accounts > 0) throw new AppError('conflict', { message: 'setup.alreadyDone' });
}
