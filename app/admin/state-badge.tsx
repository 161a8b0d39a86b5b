import type { MessageKey } from '#app/shell/i18n.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';

const LOOKS: Record<string, { tone: 'plain' | 'ok' | 'warn' | 'bad'; label: MessageKey }> = {
  none: { tone: 'plain', label: 'admin.stateNone' },
  invited: { tone: 'warn', label: 'admin.stateInvited' },
  active: { tone: 'ok', label: 'admin.stateActive' },
  suspended: { tone: 'bad', label: 'admin.stateSuspended' },
  ended: { tone: 'plain', label: 'admin.stateEnded' },
};

/** Whether and how a person can sign in. */
export function StateBadge({ state }: { state: string }) {
  const t = useT();
  const look = LOOKS[state] ?? { tone: 'plain' as const, label: 'admin.stateNone' as const };
  return <Badge tone={look.tone}>{t(look.label)}</Badge>;
}
