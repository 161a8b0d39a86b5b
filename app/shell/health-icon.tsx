import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { cn } from '#app/ui/cn.ts';
import type { Health } from './health.ts';
import type { MessageKey } from './i18n.tsx';
import { useT } from './i18n.tsx';

const LOOKS = {
  on_track: { icon: CircleCheck, colour: 'text-ok', word: 'shell.healthOnTrack' },
  at_risk: { icon: TriangleAlert, colour: 'text-warn', word: 'shell.healthAtRisk' },
  off_track: { icon: CircleX, colour: 'text-bad', word: 'shell.healthOffTrack' },
  none: { icon: CircleDashed, colour: 'text-muted', word: 'shell.healthNone' },
} as const;

export function healthWord(health: Health | null): MessageKey {
  return LOOKS[health ?? 'none'].word;
}

/** Health in one picture: colour and shape, and the word for those who don't see it. */
export function HealthIcon({ health, className }: { health: Health | null; className?: string }) {
  const t = useT();
  const { icon: Icon, colour, word } = LOOKS[health ?? 'none'];
  return (
    <span className="inline-flex shrink-0" title={t(word)}>
      <Icon aria-hidden="true" className={cn('size-4', colour, className)} />
      <span className="sr-only">{t(word)}</span>
    </span>
  );
}
