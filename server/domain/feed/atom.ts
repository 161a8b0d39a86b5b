import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { firstWords } from '#server/domain/conversation/plain-text.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { readWords, type Words, wordsLocale } from '#server/platform/text/words.ts';
import { feedPage } from './feed.queries.ts';
import type { FeedItemView } from './feed.view.ts';

export type AtomHouse = { companyName: string; appUrl: string };

let words: Words | undefined;

/**
 * The actor's feed as Atom (RFC 4287): the newest page, what they may read now and nothing else. Every text is escaped;
 * html stands in `content` as text, for the reader's program to clean once more.
 */
export async function atomFeed(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  house: AtomHouse,
): Promise<string> {
  const { items } = await feedPage(parts, actor);
  words ??= readWords('mail');
  const say = (key: string, values?: Record<string, string>) =>
    words?.(wordsLocale(actor.language, actor.tone), key, values) ?? '';
  const entries = items.map((item) => toEntry(item, house, say));
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${actor.language}" xml:base="${escaped(house.appUrl)}/">`,
    `<id>urn:uuid:${actor.personId}</id>`,
    `<title>${escaped(`${house.companyName} · Flurfunk`)}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(house.appUrl)}/"/>`,
    '<generator>Flurfunk</generator>',
    ...entries.map((entry) => entry.xml),
    '</feed>',
    '',
  ].join('\n');
}

function toEntry(
  item: FeedItemView,
  { appUrl }: AtomHouse,
  say: (key: string, values?: Record<string, string>) => string,
) {
  const { entry, joiner } = item;
  const whom = entry?.office?.name ?? entry?.behalfOf?.name;
  const writer = entry?.author.name || joiner?.person.name || say('mail.someone');
  const author = whom ? say('mail.onBehalf', { author: writer, whom }) : writer;
  const text = textOf(entry?.html ?? '');
  const project = item.status?.project.name ?? '';
  const what = say('mail.missedItem', { kind: item.kind, author, project });
  const title = [what, firstWords(text, 80)].filter(Boolean).join(' ');
  const updated = entry?.editedAt ?? item.at;
  const link = appUrl + pathOf(item);
  const xml = [
    '<entry>',
    `<id>urn:uuid:${item.id}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(link)}"/>`,
    `<published>${item.at}</published>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    item.where.name && `<category term="${escaped(item.where.name)}"/>`,
    `<summary>${escaped(firstWords(text, 280) || what)}</summary>`,
    entry && `<content type="html"${languageOf(item)}>${escaped(entry.html)}</content>`,
    '</entry>',
  ];
  return { updated, xml: xml.filter(Boolean).join('') };
}

function languageOf({ entry }: FeedItemView): string {
  return entry ? ` xml:lang="${entry.language}"` : '';
}

function pathOf({ entry, joiner, pin, status }: FeedItemView): string {
  if (!entry) return `/people/${encodeURIComponent(joiner?.person.handle ?? '')}`;
  const boardOf = pin?.owner.handle ?? null;
  return addressOfEntry({ id: entry.id, threadId: null, boardOf, projectOf: status?.project.slug ?? null });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

/** The words of sanitised html, without its elements. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For XML 1.0: its five signs, and without the control characters that no document may hold (section 2.2). */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
