import {
  AtSign,
  BookOpenCheck,
  CalendarX2,
  CircleHelp,
  Eye,
  EyeOff,
  FileInput,
  Flag,
  FolderKanban,
  type LucideIcon,
  MessageCircle,
  MessageCircleReply,
  PenLine,
  PenOff,
  Pin,
  SquareKanban,
} from 'lucide-react';
import { PersonAvatar } from '#app/shell/person.tsx';
import { cn } from '#app/ui/cn.ts';
import type { NotificationView } from '#server/domain/notifications/notification.view.ts';

const ICONS: Record<NotificationView['kind'], LucideIcon> = {
  mention: AtSign,
  comment: MessageCircle,
  pin: Pin,
  question: CircleHelp,
  answer: MessageCircleReply,
  report: Flag,
  moderation: EyeOff,
  must_read: BookOpenCheck,
  status: SquareKanban,
  project: FolderKanban,
  scheduled: CalendarX2,
  import: FileInput,
  account: PenOff,
};

const COLOURS: Partial<Record<NotificationView['kind'], string>> = {
  question: 'bg-warn-soft text-warn',
  report: 'bg-bad-soft text-bad',
  moderation: 'bg-warn-soft text-warn',
  scheduled: 'bg-warn-soft text-warn',
  account: 'bg-warn-soft text-warn',
};

/** Where a kind that is mostly bad news brings good ones. */
const GOOD_NEWS: Partial<Record<NonNullable<NotificationView['what']>, LucideIcon>> = {
  restored: Eye,
  lifted: PenLine,
};

/** Whose doing it is, with the occasion at the corner; the occasion alone where nobody is named. */
export function NoticeIcon({ notice }: { notice: NotificationView }) {
  const good = notice.what ? GOOD_NEWS[notice.what] : undefined;
  const Icon = good ?? ICONS[notice.kind];
  const colour = (!good && COLOURS[notice.kind]) || 'bg-brand-soft text-brand-ink';
  const actor = notice.actors[0];
  if (!actor) {
    return (
      <span className={cn('grid size-10 shrink-0 place-items-center rounded-full', colour)}>
        <Icon aria-hidden="true" className="size-5" />
      </span>
    );
  }
  return (
    <span className="relative size-10 shrink-0">
      <PersonAvatar person={actor} size="lg" />
      <span
        className={cn(
          'absolute -end-1 -bottom-1 grid size-5 place-items-center rounded-full ring-2 ring-surface',
          colour,
        )}
      >
        <Icon aria-hidden="true" className="size-3" />
      </span>
    </span>
  );
}
