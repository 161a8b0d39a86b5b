import { deliveryOf } from '#server/domain/notifications/delivery.queries.ts';
import { nextSendingTime } from '#server/domain/notifications/sending-time.ts';
import { sendingTimesOf } from '#server/domain/notifications/sending-times.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { Mail } from '#server/platform/mail/mailer.ts';
import { sendOutcome } from '#server/platform/mail/send-outcome.ts';
import {
  type Claim,
  claimMail,
  giveUpLeftBehind,
  personsDue,
  releaseMail,
  settleMail,
} from './claim-mail.ts';
import type { ComposeMail } from './compose-mail.ts';
import { mailContents } from './mail-contents.queries.ts';
import { type MailReader, mailReader } from './mail-reader.queries.ts';
import type { UnsubscribeScope, UnsubscribeTokens } from './unsubscribe-token.ts';

export type DeliverNeeds = Pick<Parts, 'db' | 'clock' | 'mail' | 'config' | 'log'> & {
  settings: Pick<SettingsReader, 'current'>;
  tokens: UnsubscribeTokens;
  compose: ComposeMail;
};

const MINUTE = 60_000;
const BATCH = 100;
/** Mails on their way at once. */
const LANES = 4;
/** Persons in one run; the next minute goes on. */
const MOST = 3_000;
const MAX_ATTEMPTS = 8;

/**
 * Sends what is due, one mail a person. Whoever may not be written to now waits for their next working minute. No mail
 * goes out twice: not after a crash, not from two processes; what may have arrived is not tried again.
 */
export async function deliverMail(needs: DeliverNeeds): Promise<void> {
  const left = await giveUpLeftBehind(needs.db, needs.clock.now());
  if (left > 0)
    needs.log.warn({ count: left }, 'mails were being sent when a process ended; they are not sent again');
  for (let told = 0; told < MOST; told += BATCH) {
    const persons = await personsDue(needs.db, needs.clock.now(), BATCH);
    const isLast = persons.length < BATCH;
    const lanes = Array.from({ length: LANES }, async () => {
      for (let id = persons.pop(); id; id = persons.pop()) await deliverTo(needs, id);
    });
    await Promise.all(lanes);
    if (isLast) return;
  }
}

async function deliverTo(needs: DeliverNeeds, personId: string): Promise<void> {
  const claim = await claimMail(needs.db, personId, needs.clock.now());
  if (!claim) return;
  let mail: Mail | null;
  try {
    mail = await prepare(needs, claim);
  } catch (error) {
    // Nothing was handed over yet: reading failed.
    needs.log.error({ err: error }, 'a mail could not be written');
    return tryLater(needs, claim);
  }
  if (mail) await send(needs, claim, mail);
}

/** The mail that a claim comes to; null, and the claim settled or given back, where none is to be sent now. */
async function prepare(needs: DeliverNeeds, claim: Claim): Promise<Mail | null> {
  const { db, clock } = needs;
  const now = clock.now();
  const reader = await mailReader(needs, await needs.settings.current(), claim.personId);
  const next = reader ? nextSendingTime(await sendingTimesOf(db, claim.personId, now), now) : now;
  if (next > now) {
    await releaseMail(db, claim, next, false);
    return null;
  }
  const mail = reader && (await compose(needs, reader, claim));
  if (!mail) await settleMail(db, claim, 'skipped', now);
  return mail;
}

async function compose(needs: DeliverNeeds, reader: MailReader, claim: Claim) {
  const { config, tokens } = needs;
  const delivery = await deliveryOf(needs.db, claim.personId);
  const contents = await mailContents(needs, reader.actor, delivery, claim);
  if (!contents) return null;
  const [first, ...others] = new Set(contents.notices.map(({ kind }) => kind));
  const instant: UnsubscribeScope = first && others.length === 0 ? first : 'instant';
  const digest = claim.due.some(({ way }) => way === 'daily') ? 'daily' : 'weekly';
  const scope = contents.digest ? digest : instant;
  const token = await tokens.issue({ personId: claim.personId, scope });
  return needs.compose({
    reader,
    contents,
    settings: await needs.settings.current(),
    appUrl: config.appUrl,
    unsubscribeUrl: `${config.appUrl}/unsubscribe/${token}`,
    withWords: delivery.withWords,
  });
}

async function send({ db, clock, log, mail }: DeliverNeeds, claim: Claim, letter: Mail): Promise<void> {
  try {
    await mail.send(letter);
  } catch (error) {
    const outcome = sendOutcome(error);
    log.error({ err: error, outcome }, 'a mail about notices could not be sent');
    if (outcome === 'again') return tryLater({ db, clock }, claim);
    return settleMail(db, claim, outcome === 'refused' ? 'failed' : 'unknown', clock.now());
  }
  // Should this fail, the claim stays: what is out must not be tried again.
  await settleMail(db, claim, 'sent', clock.now());
}

async function tryLater({ db, clock }: Pick<DeliverNeeds, 'db' | 'clock'>, claim: Claim): Promise<void> {
  const attempts = Math.max(...claim.due.map((one) => one.attempts)) + 1;
  if (attempts >= MAX_ATTEMPTS) return settleMail(db, claim, 'failed', clock.now());
  await releaseMail(db, claim, new Date(clock.now().getTime() + 2 ** attempts * MINUTE), true);
}
