import type { Health } from '#app/shell/health.ts';

/** What `/search/suggest?q=` answers: a few hits a kind, only what the reader may open. */
export type SuggestAnswer = {
  people: { personId: string; handle: string; name: string; detail: string; photoUrl: string | null }[];
  posts: { id: string; title: string; detail: string; to: string }[];
  projects: { slug: string; name: string; detail: string; health: Health | null }[];
  questions: { id: string; title: string; detail: string; to: string }[];
  notices: { id: string; title: string; detail: string }[];
};
