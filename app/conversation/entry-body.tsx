import { EyeOff } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

/** The words of an entry; where a moderator hid them, that and why. */
export function EntryBody({ entry, className }: { entry: EntryView; className?: string }) {
  const t = useT();
  const foreign = entry.language !== (t.locale === 'en' ? 'en' : 'de');
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
      {entry.html && (
        <div
          lang={entry.language}
          dir="auto"
          className={cn('prose-body', entry.hidden && 'mt-2 opacity-60', className)}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the server (conversation/render-body.ts)
          dangerouslySetInnerHTML={{ __html: entry.html }}
        />
      )}
      {foreign && entry.html && (
        <p className="mt-1 text-meta text-muted">
          {t(entry.language === 'de' ? 'conversation.originalGerman' : 'conversation.originalEnglish')}
        </p>
      )}
    </>
  );
}
