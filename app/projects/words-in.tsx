import { useT } from '#app/shell/i18n.tsx';
import type { Words } from '#server/domain/projects/status-words.ts';

/** A short text in the reader's language, or the original with a word about it. */
export function WordsIn({ words }: { words: Words }) {
  const t = useT();
  const foreign = words.language !== (t.locale === 'en' ? 'en' : 'de');
  return (
    <>
      <span lang={words.language} dir="auto">
        {words.text}
      </span>
      {foreign && (
        <span className="font-normal text-muted">
          {' · '}
          {t(words.language === 'de' ? 'conversation.originalGerman' : 'conversation.originalEnglish')}
        </span>
      )}
    </>
  );
}
