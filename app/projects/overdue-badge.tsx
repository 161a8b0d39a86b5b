import { ClockAlert } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';

/** Says of a project that its status is overdue; of nobody that they are late. */
export function OverdueBadge({ awaited }: { awaited: { overdue: boolean } | null }) {
  const t = useT();
  if (!awaited?.overdue) return null;
  return (
    <Badge tone="warn">
      <ClockAlert aria-hidden="true" />
      {t('projects.overdue')}
    </Badge>
  );
}
