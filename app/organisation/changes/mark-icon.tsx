import { CirclePlus, LogIn, LogOut, MoveRight } from 'lucide-react';
import type { MessageKey } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import type { CardMark } from '#server/domain/organisation/chart.view.ts';

/** How each mark looks and what it is called. */
export const MARKS: Record<CardMark, { icon: typeof LogIn; colour: string; word: MessageKey }> = {
  added: { icon: CirclePlus, colour: 'bg-brand-soft text-brand-ink', word: 'chart.markAdded' },
  joined: { icon: LogIn, colour: 'bg-ok-soft text-ok', word: 'chart.markJoined' },
  left: { icon: LogOut, colour: 'bg-bad-soft text-bad', word: 'chart.markLeft' },
  moved: { icon: MoveRight, colour: 'bg-warn-soft text-warn', word: 'chart.markMoved' },
};

/** A mark as a small round sign; whoever shows it says the word beside it or in the card's name. */
export function MarkIcon({ mark, className }: { mark: CardMark; className?: string }) {
  const { icon: Icon, colour } = MARKS[mark];
  return (
    <span
      aria-hidden="true"
      className={cn('grid size-5 shrink-0 place-items-center rounded-full', colour, className)}
    >
      <Icon className="size-3" />
    </span>
  );
}
