import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { healthWord } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { Health } from '#server/platform/database/schema.ts';

const LOOKS = {
  on_track: { tone: 'ok', icon: CircleCheck },
  at_risk: { tone: 'warn', icon: TriangleAlert },
  off_track: { tone: 'bad', icon: CircleX },
  none: { tone: 'plain', icon: CircleDashed },
} as const;

/** How a project stands: colour, word and icon together, for those who miss one of them. */
export function HealthBadge({ health, className }: { health: Health | null; className?: string }) {
  const t = useT();
  const { tone, icon: Icon } = LOOKS[health ?? 'none'];
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden="true" />
      {t(healthWord(health))}
    </Badge>
  );
}
