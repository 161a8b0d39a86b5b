import type { IssuedCode } from '#server/domain/identity/codes/issue-code.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { GermanTone, Language } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { readWords, type Words, wordsLocale } from '#server/platform/text/words.ts';

type Reader = { displayName: string; language: Language | null; tone: GermanTone | null };

export type AccountMails = {
  invitation(person: Reader, email: string, issued: IssuedCode): Promise<void>;
  reset(person: Reader, email: string, issued: IssuedCode): Promise<void>;
};

const WORDS = {
  invitation: { subject: 'mail.invitationSubject', text: 'mail.invitationText' },
  reset: { subject: 'mail.resetSubject', text: 'mail.resetText' },
} as const;

/**
 * The mails about accounts, in the reader's language and the company's tone. The subject names the company alone.
 * `unavailable` where the mail could not be handed over: the caller can print the code instead.
 */
export function createAccountMails(
  parts: Pick<Parts, 'mail' | 'config' | 'log'>,
  settings: Pick<SettingsReader, 'current'>,
): AccountMails {
  let words: Words | undefined;

  async function send(kind: keyof typeof WORDS, person: Reader, email: string, issued: IssuedCode) {
    words ??= readWords('mail');
    const { companyName, defaultLanguage, germanTone } = await settings.current();
    const locale = wordsLocale(person.language ?? defaultLanguage, person.tone ?? germanTone);
    const until = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    }).format(issued.expiresAt);
    const values = {
      name: person.displayName,
      company: companyName,
      link: `${parts.config.appUrl}/${kind}/${issued.code}`,
      until,
    };
    try {
      await parts.mail.send({
        to: email,
        subject: words(locale, WORDS[kind].subject, values),
        text: words(locale, WORDS[kind].text, values),
      });
    } catch (error) {
      parts.log.error({ err: error, mail: kind }, 'a mail could not be sent');
      throw new AppError('unavailable', { message: 'account.mailFailed' });
    }
  }

  return {
    invitation: (person, email, issued) => send('invitation', person, email, issued),
    reset: (person, email, issued) => send('reset', person, email, issued),
  };
}
