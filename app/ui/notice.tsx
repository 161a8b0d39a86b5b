import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

const LOOKS = {
  plain: { box: 'bg-sunk text-soft', icon: Info },
  ok: { box: 'bg-ok-soft text-ok', icon: CircleCheck },
  warn: { box: 'bg-warn-soft text-warn', icon: TriangleAlert },
  bad: { box: 'bg-bad-soft text-bad', icon: CircleAlert },
};

type NoticeProps = { tone?: keyof typeof LOOKS; children: ReactNode; className?: string };

/** A sentence the reader should see before going on. */
export function Notice({ tone = 'plain', children, className }: NoticeProps) {
  const { box, icon: Icon } = LOOKS[tone];
  return (
    <div className={cn('flex gap-2.5 rounded-lg px-4 py-3 text-meta', box, className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
