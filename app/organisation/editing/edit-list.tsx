import { type MessageKey, useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { EditLine } from '#server/domain/organisation/editing/edits.queries.ts';

const WHAT: Record<EditLine['kind'], MessageKey> = {
  add: 'orgEdit.didAdd',
  change: 'orgEdit.didChange',
  move: 'orgEdit.didMove',
  dotted: 'orgEdit.didDotted',
  undotted: 'orgEdit.didUndotted',
  fill: 'orgEdit.didFill',
  vacate: 'orgEdit.didVacate',
  end: 'orgEdit.didEnd',
  deputy: 'orgEdit.didDeputy',
  undeputy: 'orgEdit.didUndeputy',
};

/** What was done to the chart, or will be: who, when, and the way back. */
export function EditList({ edits, onUndo }: { edits: readonly EditLine[]; onUndo: (id: string) => void }) {
  const t = useT();
  const format = useFormat();
  if (edits.length === 0) return <p className="text-muted">{t('orgEdit.nothing')}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {edits.map((edit) => {
        const what = t(WHAT[edit.kind], { seat: edit.label || t('orgEdit.goneSeat') });
        const label = edit.state === 'planned' ? t('orgEdit.cancel') : t('common.undo');
        return (
          <li key={edit.id} className="flex items-start justify-between gap-2">
            <span className="min-w-0">
              <span className="block font-medium">{what}</span>
              <span className="block text-mini text-muted">
                {[
                  edit.state === 'planned'
                    ? t('orgEdit.takesEffect', { date: format.date(edit.takesEffectOn) })
                    : format.relativeTime(edit.at),
                  edit.by?.name,
                  edit.state === 'undone' && t('orgEdit.wasUndone'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {edit.undoable && (
              <form
                method="post"
                onSubmit={(event) => {
                  event.preventDefault();
                  onUndo(edit.id);
                }}
              >
                <input type="hidden" name="editId" value={edit.id} />
                <Button type="submit" name="intent" value="undo" size="sm" aria-label={`${label}: ${what}`}>
                  {label}
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
