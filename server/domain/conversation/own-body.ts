import type { Language } from '#server/platform/database/schema.ts';

/**
 * Of the bodies of one revision, the one that a person reads and edits as theirs: in their language, else in that of the
 * entry, else the only one left.
 */
export function ownBody<Body extends { language: Language }>(
  bodies: readonly Body[],
  reader: { language: Language },
  entry: { language: Language },
): Body | undefined {
  const inLanguage = (language: Language) => bodies.find((body) => body.language === language);
  return inLanguage(reader.language) ?? inLanguage(entry.language) ?? bodies[0];
}
