import { Archive, CircleCheckBig, CirclePause } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { Lifecycle } from '#server/platform/database/schema.ts';

const LOOKS = {
  paused: { icon: CirclePause, word: 'projects.lifecyclePaused' },
  done: { icon: CircleCheckBig, word: 'projects.lifecycleDone' },
  archived: { icon: Archive, word: 'projects.lifecycleArchived' },
} as const;

/** Says so where a project is not simply running. */
export function LifecycleBadge({ lifecycle }: { lifecycle: Lifecycle }) {
  const t = useT();
  if (lifecycle === 'active') return null;
  const { icon: Icon, word } = LOOKS[lifecycle];
  return (
    <Badge>
      <Icon aria-hidden="true" />
      {t(word)}
    </Badge>
  );
}
