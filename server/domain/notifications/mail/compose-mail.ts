import type { NotificationView } from '#server/domain/notifications/notification.view.ts';
import type { CompanySettings } from '#server/domain/settings/settings.schema.ts';
import type { Mail } from '#server/platform/mail/mailer.ts';
import { readWords, type Words, type WordsLocale, wordsLocale } from '#server/platform/text/words.ts';
import type { MailContents } from './mail-contents.queries.ts';
import { type MailDraft, type MailItem, mailHtml, mailText } from './mail-html.ts';
import type { MailReader } from './mail-reader.queries.ts';
import type { MissedItem } from './missed.queries.ts';

type Given = {
  reader: MailReader;
  contents: MailContents;
  settings: Pick<CompanySettings, 'companyName' | 'brandHue'>;
  appUrl: string;
  /** Where this mail, and others like it, are ended without signing in. */
  unsubscribeUrl: string;
  /** Quote the first words of what was written, and why it was hidden. */
  withWords: boolean;
};

type Shelves = { mail: Words; notices: Words; moderation: Words };

export type ComposeMail = (given: Given) => Mail;

/**
 * Puts what concerns somebody into one mail, in their language and tone. The subject says how much there is and no
 * more: it is read on lock screens and over shoulders. Links lead to the very thing.
 */
export function createComposeMail(): ComposeMail {
  let words: Shelves | undefined;
  return (given) => {
    words ??= {
      mail: readWords('mail'),
      notices: readWords('notifications'),
      moderation: readWords('moderation'),
    };
    return compose(words, given);
  };
}

function compose({ mail, notices, moderation }: Shelves, given: Given): Mail {
  const { reader, contents, settings, appUrl, unsubscribeUrl, withWords } = given;
  const { actor } = reader;
  const locale = wordsLocale(actor.language, actor.tone);
  const say = (key: string, values?: Record<string, string | number>) => mail(locale, key, values);
  const at = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: actor.timeZone,
  });
  const ofNotice = (notice: NotificationView): MailItem => {
    const suspended = notice.what === 'suspended';
    // Who is suspended is owed the reason; nobody else gets this mail. Other reasons speak of what was written.
    const reason = (suspended || withWords) && notice.reason;
    return {
      sentence: sentence(notices, locale, notice, at),
      notes: [
        ...(reason ? [notices(locale, 'notifications.reason', { reason })] : []),
        ...(suspended ? [moderation(locale, 'moderation.suspendedAsk')] : []),
      ],
      excerpt: withWords ? notice.excerpt : '',
      meta: at.format(new Date(notice.at)),
      link: `${appUrl}/notifications/${notice.id}`,
    };
  };
  const writerOf = ({ author, whom }: MissedItem) => {
    const writer = author || notices(locale, 'notifications.someone');
    return whom ? say('mail.onBehalf', { author: writer, whom }) : writer;
  };
  const ofItem = (item: MissedItem): MailItem => ({
    sentence: say('mail.missedItem', {
      kind: item.kind,
      author: writerOf(item),
      project: item.project,
    }),
    notes: [],
    excerpt: withWords ? item.excerpt : '',
    meta: [item.where, at.format(item.at)].filter(Boolean).join(' · '),
    link: appUrl + item.path,
  });
  const more = (count: number, path: string) =>
    count > 0 ? { text: say('mail.andMore', { count }), link: appUrl + path } : null;
  const both = contents.notices.length > 0 && contents.missed.length > 0;
  const sections = [
    {
      title: both ? say('mail.forYou') : '',
      items: contents.notices.map(ofNotice),
      more: more(contents.moreNotices, '/notifications'),
    },
    {
      title: both ? say('mail.inTheFeed') : '',
      items: contents.missed.map(ofItem),
      more: more(contents.moreMissed, '/?order=unread'),
    },
  ].filter(({ items }) => items.length > 0);
  const { moreNotices, moreMissed } = contents;
  const count = contents.notices.length + contents.missed.length + moreNotices + moreMissed;
  const company = settings.companyName;
  const draft: MailDraft = {
    language: actor.language,
    company,
    hue: settings.brandHue,
    greeting: say('mail.greeting', { name: actor.displayName }),
    intro: say(contents.digest ? 'mail.digestIntro' : 'mail.noticesIntro', { count }),
    sections,
    open: say('mail.open'),
    foot: [
      { text: say('mail.changeSettings'), link: `${appUrl}/settings#notifications` },
      { text: say('mail.unsubscribe'), link: unsubscribeUrl },
    ],
  };
  return {
    to: reader.email,
    subject: say(contents.digest ? 'mail.digestSubject' : 'mail.noticesSubject', { company, count }),
    text: mailText(draft),
    html: mailHtml(draft),
    headers: unsubscribeHeaders(unsubscribeUrl),
  };
}

/** RFC 2369 section 3.2, and RFC 8058 section 3.1: one click only by https. */
function unsubscribeHeaders(url: string): Record<string, string> {
  const header = { 'List-Unsubscribe': `<${url}>` };
  if (!url.startsWith('https:')) return header;
  return { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function sentence(
  words: Words,
  locale: WordsLocale,
  notice: NotificationView,
  at: Intl.DateTimeFormat,
): string {
  const { actors, people, subject, until } = notice;
  const nameOf = (person: { name: string } | null | undefined) =>
    person?.name || words(locale, 'notifications.someone');
  return words(locale, notice.sentence, {
    who: whoOf(),
    people: Math.max(people, 1),
    kind: subject?.entryKind ?? 'post',
    author: nameOf(subject?.author),
    owner: nameOf(subject?.owner),
    project: subject?.project ?? notice.project ?? '',
    until: until ? at.format(new Date(until)) : '',
  });

  function whoOf(): string {
    const [first, second] = actors;
    if (!first || people <= 1) return nameOf(first);
    if (people === 2 && second) {
      return words(locale, 'notifications.whoTwo', { first: nameOf(first), second: nameOf(second) });
    }
    return words(locale, 'notifications.whoMany', { first: nameOf(first), others: people - 1 });
  }
}
