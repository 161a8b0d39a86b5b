import { useT } from '#app/shell/i18n.tsx';
import type { CardMark } from '#server/domain/organisation/chart.view.ts';
import { MARKS, MarkIcon } from './mark-icon.tsx';

/** What is different on a card, at its corner; its name says the same in words. */
export function CardMarks({ marks, className }: { marks: readonly CardMark[]; className?: string }) {
  const t = useT();
  return (
    <span className={className} title={marks.map((mark) => t(MARKS[mark].word)).join(', ')}>
      {marks.map((mark) => (
        <MarkIcon key={mark} mark={mark} className="ring-2 ring-surface" />
      ))}
    </span>
  );
}
