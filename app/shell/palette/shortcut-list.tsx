import type { MessageKey } from '#app/messages/subjects.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Dialog } from '#app/ui/dialog.tsx';

const SHORTCUTS: { title: MessageKey; rows: { keys: string[]; does: MessageKey }[] }[] = [
  {
    title: 'shell.keysEverywhere',
    rows: [
      { keys: ['/'], does: 'shell.keySearch' },
      { keys: ['?'], does: 'shell.keyHelp' },
    ],
  },
  {
    title: 'shell.keysFeed',
    rows: [
      { keys: ['j', 'k'], does: 'shell.keyMove' },
      { keys: ['o'], does: 'shell.keyOpen' },
      { keys: ['l'], does: 'shell.keyLike' },
      { keys: ['c'], does: 'shell.keyComment' },
      { keys: ['u'], does: 'shell.keyUnread' },
      { keys: ['Esc'], does: 'shell.keyLeave' },
    ],
  },
];

/** Which key does what, in a window. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open size="sm" onClose={onClose} title={t('shell.keysTitle')} closeLabel={t('common.close')}>
      {SHORTCUTS.map(({ title, rows }) => (
        <section key={title} className="mt-3 first:mt-0">
          <h3 className="text-meta font-semibold text-muted">{t(title)}</h3>
          <dl className="divide-y divide-line">
            {rows.map(({ keys, does }) => (
              <div key={does} className="flex items-center justify-between gap-4 py-2">
                <dt>{t(does)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="grid h-6 min-w-6 place-items-center rounded-sm border border-line bg-sunk px-1.5 font-sans text-meta text-soft"
                    >
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
