import type { LinkPreview } from '#server/domain/conversation/link-preview.view.ts';
import { type OwnPage, ownPage } from '#server/domain/conversation/own-link.ts';
import { firstWords, plainText, withNames } from '#server/domain/conversation/plain-text.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { toDay } from '#server/domain/people/day.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { type Health, type Language, type PinKind, Prisma } from '#server/platform/database/schema.ts';
import { noticeSource, personSource, projectSource, writtenSource } from './page-sources.ts';

/** A post's first words, in characters. */
const WORDS = 120;

type WrittenCard = {
  kind: 'post' | 'status' | 'pin';
  author: PersonRef;
  at: string;
  whom: { name: string } | null;
  language: Language;
  source: string;
  mentioned: PersonRef[] | null;
  pin: PinKind;
  owner: PersonRef | null;
  slug: string | null;
  project: string;
  health: Health;
};
type Of<K extends LinkPreview['kind']> = Omit<Extract<LinkPreview, { kind: K }>, 'href'>;
type Card = WrittenCard | Of<'project'> | Of<'person'> | Of<'notice'>;

/**
 * What the actor may see in small of the pages behind `paths`, by path: one statement for all of them, none where none is
 * asked for. Missing are alike what is not there, what is hidden, deleted or erased, and what is for others.
 */
export async function pagePreviews(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  paths: readonly string[],
): Promise<Map<string, LinkPreview>> {
  const pages = paths.flatMap((path) => {
    const page = ownPage(path);
    return page ? [{ path, page }] : [];
  });
  if (pages.length === 0) return new Map();
  const today = toDay(dayIn(actor.timeZone, clock.now()));
  const sources = sourcesFor(
    actor,
    pages.map(({ page }) => page),
    today,
  );
  const rows = await db.$queryRaw<{ path: string; card: Card }[]>(Prisma.join(sources, ' UNION ALL '));
  const cards = new Map(rows.map(({ path, card }) => [path, card]));
  return new Map(
    pages.flatMap(({ path, page }) => {
      const written = page.kind === 'status' || page.kind === 'pin';
      const preview = toPreview(page, cards.get(written ? `/posts/${page.id}` : path));
      return preview ? [[path, preview]] : [];
    }),
  );
}

/** The sources of the kinds that are asked for, and of no others. */
function sourcesFor(actor: Actor, pages: OwnPage[], today: string): Prisma.Sql[] {
  const of = (...kinds: OwnPage['kind'][]) => pages.filter(({ kind }) => kinds.includes(kind));
  const sources = [
    { read: writtenSource, keys: of('post', 'status', 'pin').map(({ id }) => id) },
    { read: projectSource, keys: of('project').map(({ slug }) => slug) },
    { read: personSource, keys: of('person').map(({ handle }) => handle) },
    { read: noticeSource, keys: of('notice').map(({ id }) => id) },
  ];
  return sources.flatMap(({ read, keys }) => (keys.length > 0 ? read(actor, keys, today) : []));
}

function toPreview(page: OwnPage, card: Card | undefined): LinkPreview | null {
  switch (card?.kind) {
    case undefined:
      return null;
    case 'post':
    case 'status':
    case 'pin':
      return writtenPreview(page, card);
    case 'project':
      return { ...card, href: `/projects/${page.slug}` };
    case 'person': {
      const href = `/people/${page.handle}`;
      return card.former ? { ...card, href, title: null, site: null } : { ...card, href };
    }
    case 'notice':
      return { ...card, href: `/notices/${page.id}` };
  }
}

/** `/posts/<id>` leads to statuses and pins as well; an address that names another project or board leads nowhere. */
function writtenPreview(page: OwnPage, card: WrittenCard): LinkPreview | null {
  if (page.slug && page.slug !== card.slug) return null;
  if (page.handle && page.handle !== card.owner?.handle) return null;
  const { id } = page;
  const { author, whom, language, project, health, pin, owner } = card;
  const at = new Date(card.at).toISOString();
  if (card.kind === 'status')
    return { kind: 'status', href: `/projects/${card.slug}/status/${id}`, project, health, at };
  const people = new Map((card.mentioned ?? []).map((person) => [person.id, person]));
  const words = firstWords(withNames(plainText(card.source), people), WORDS);
  const written = { author, whom: whom && { name: whom.name }, at, words, language };
  if (card.kind === 'post') return { kind: 'post', href: `/posts/${id}`, ...written };
  if (!owner) return null;
  const href = `/people/${owner.handle}/pins/${id}`;
  return { kind: 'pin', href, pin, owner: { name: owner.name }, ...written };
}
