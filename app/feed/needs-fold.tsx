import { drawnOnce } from '#app/shell/drawing/drawn-once.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { RailRows } from '#app/shell/rail-list.tsx';
import { Card } from '#app/ui/card.tsx';
import { CountBadge } from '#app/ui/count-badge.tsx';
import type { RailView } from '#server/domain/feed/feed.view.ts';
import { useNeeds } from './use-needs.tsx';

/** What needs me, above the feed where there is no rail beside it: one line, unfolded by a tap; nothing for nothing. */
function Fold({ rail }: { rail: RailView }) {
  const t = useT();
  const needs = useNeeds(rail);
  if (needs.length === 0) return null;
  return (
    <Card edgeToEdge padded={false} className="mb-3 xl:hidden">
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-4 font-medium">
          {t('shell.needsYou')}
          <CountBadge count={needs.length} label={String(needs.length)} />
        </summary>
        <div className="px-4 pb-2">
          <RailRows rows={needs} />
        </div>
      </details>
    </Card>
  );
}

export const NeedsFold = drawnOnce(Fold, { name: 'needs-fold' });
