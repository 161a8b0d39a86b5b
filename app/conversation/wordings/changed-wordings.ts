import type { RevisionView } from '#server/domain/conversation/entry-history.queries.ts';

/** A text of one revision, and what it was before; without `before` it is the first there is. */
export type ChangedWording = { language: RevisionView['language']; text: string; before?: string };

/**
 * What a revision changed of the one before, the reader's own language first: a language that came has an empty `before`, one
 * that was taken away an empty `text`. Saved without a change, it is the first text once more.
 */
export function changedWordings(revision: RevisionView, earlier: RevisionView | undefined): ChangedWording[] {
  const now = textsOf(revision);
  if (!earlier) return now;
  const then = textsOf(earlier);
  const languages = [...new Set([...now, ...then].map(({ language }) => language))];
  const textIn = (texts: ChangedWording[], language: string) =>
    texts.find((one) => one.language === language)?.text ?? '';
  const all = languages.map((language) => ({
    language,
    text: textIn(now, language),
    before: textIn(then, language),
  }));
  const changed = all.filter(({ text, before }) => text !== before);
  return changed.length > 0 ? changed : all.slice(0, 1);
}

function textsOf({ text, language, other }: RevisionView): ChangedWording[] {
  return other ? [{ language, text }, other] : [{ language, text }];
}
