import type { Actor } from '#server/domain/identity/actor.ts';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { Health, Language, PinKind } from '#server/platform/database/schema.ts';

/** One of our pages in small, as the reader may see it; `href` is its address, from its slash on. */
export type LinkPreview = { href: string } & (
  | ({ kind: 'post' } & Written)
  /** `owner`: whose board it is on. */
  | ({ kind: 'pin'; pin: PinKind; owner: { name: string } } & Written)
  | { kind: 'status'; project: string; health: Health; at: string }
  | { kind: 'project'; project: string; health: Health | null; lead: { name: string } | null }
  /** `former`: left the company. */
  | { kind: 'person'; person: PersonRef; title: string | null; site: string | null; former: boolean }
  | ({ kind: 'notice' } & Hanging)
);

type Written = {
  author: PersonRef;
  /** The office or the person it speaks for. */
  whom: { name: string } | null;
  at: string;
  /** The first words, without signs, mentions by name. */
  words: string;
  language: Language;
};

type Hanging = {
  title: string;
  language: Language;
  /** Null for every site. */
  site: string | null;
  /** Days, as 2026-12-01; `lastDay` is null until it is taken down. */
  from: string;
  lastDay: string | null;
  withdrawn: boolean;
};

/**
 * What a reader may see in small of the pages behind `paths` (own-link.ts), by path; those they may not see, and those that
 * are not there, are missing alike. The room `links` knows how; rooms below it are handed this.
 */
export type LinkPreviews = (
  actor: Actor,
  paths: readonly string[],
) => Promise<ReadonlyMap<string, LinkPreview>>;
