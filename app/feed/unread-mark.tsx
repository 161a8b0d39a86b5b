import { useT } from '#app/shell/i18n.tsx';

/** The edge of an item that was not read yet, and the word for it. */
export function UnreadMark() {
  const t = useT();
  return (
    <span className="absolute inset-y-0 start-0 w-1 bg-brand md:rounded-s-lg">
      <span className="sr-only">{t('feed.unread')}</span>
    </span>
  );
}
