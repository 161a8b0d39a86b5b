import { EyeOff } from 'lucide-react';
import { type Locale, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { ContestNote } from './contest-note.tsx';
import { LinkCard } from './link-card.tsx';

type EntryBodyProps = {
  entry: EntryView;
  /** The place shows the {@link OriginalNote} itself. */
  noteHidden?: boolean;
  /** What it links to takes one line. */
  compact?: boolean;
  className?: string;
};

/** True where the words shown are not in the reader's language. */
export function isForeign(entry: EntryView, locale: Locale): boolean {
  return Boolean(entry.html) && entry.language !== (locale === 'en' ? 'en' : 'de');
}

/** "Original in German", for a reader of another language. */
export function OriginalNote({ entry }: { entry: EntryView }) {
  const t = useT();
  if (!isForeign(entry, t.locale)) return null;
  return (
    <span className="text-meta text-muted">
      {t(entry.language === 'de' ? 'conversation.originalGerman' : 'conversation.originalEnglish')}
    </span>
  );
}

/** The words of an entry; where a moderator hid them, that and why. */
export function EntryBody({ entry, noteHidden = false, compact, className }: EntryBodyProps) {
  const t = useT();
  return (
    <>
      {entry.hidden && (
        <p className="flex items-start gap-2 rounded-md bg-sunk px-3 py-2 text-meta text-soft">
          <EyeOff aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>
            <strong className="font-semibold">{t('moderation.hiddenByModerator')}</strong>{' '}
            {entry.hidden.reason}
          </span>
        </p>
      )}
      <ContestNote entry={entry} />
      {entry.html && (
        <div
          lang={entry.language}
          dir="auto"
          className={cn('prose-body', entry.hidden && 'mt-2 text-soft', className)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the server (conversation/render-body.ts)
          dangerouslySetInnerHTML={{ __html: entry.html }}
        />
      )}
      {!noteHidden && isForeign(entry, t.locale) && (
        <p className="mt-1">
          <OriginalNote entry={entry} />
        </p>
      )}
      {entry.preview && <LinkCard preview={entry.preview} compact={compact} />}
    </>
  );
}
