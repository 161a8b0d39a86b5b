import type { Parts } from '#server/domain/parts.ts';
import type { Services } from '#server/services.ts';
import { loadSampleCompany } from './load.ts';
import { SAMPLE_SIGN_INS } from './sign-ins.ts';

type Needs = { parts: Parts; services: Services; say: (text: string) => void };

/**
 * Loads the sample company into an empty house, once; a company that is here already is left alone. It comes in one
 * transaction, so a start killed halfway leaves the house empty.
 */
export async function loadSampleOnce({ parts, services, say }: Needs): Promise<void> {
  const { db } = parts;
  if ((await db.account.count({ where: { email: SAMPLE_SIGN_INS[0].identifier } })) > 0) return;
  if ((await db.person.count({ take: 1 })) > 0) {
    say('There is a company here already, so the sample company is not loaded');
    return;
  }
  say('Telling the sample company');
  await loadSampleCompany(services, parts, { say });
}
