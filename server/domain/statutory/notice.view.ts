import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { Language } from '#server/platform/database/schema.ts';

export type NoticeState = 'current' | 'upcoming' | 'past' | 'withdrawn';

/** A notice as its reader sees it: in their language, or in the one it was written in. */
export type NoticeView = {
  id: string;
  title: string;
  language: Language;
  html: string;
  /** Null for every site. */
  site: { slug: string; name: string } | null;
  /** Days, as 2026-12-01; `lastDay` is null until it is taken down. */
  validFrom: string;
  lastDay: string | null;
  state: NoticeState;
  by: PersonRef;
};

/** What hangs at a site; `mayHang`: the reader may hang up and take down. */
export type NoticeBoardView = {
  site: { slug: string; name: string } | null;
  sites: { slug: string; name: string }[];
  notices: NoticeView[];
  mayHang: boolean;
};
