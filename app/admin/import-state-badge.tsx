import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, Undo2 } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { RunState } from '#server/domain/imports/import.view.ts';

const LOOKS = {
  planned: { tone: 'brand', icon: CircleDashed },
  applying: { tone: 'warn', icon: LoaderCircle },
  applied: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'bad', icon: CircleAlert },
  undone: { tone: 'plain', icon: Undo2 },
} as const;

/** How an import stands: colour, icon and word. */
export function ImportStateBadge({ state }: { state: RunState }) {
  const t = useT();
  const { tone, icon: Icon } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" />
      {t(`import.state_${state}`)}
    </Badge>
  );
}
