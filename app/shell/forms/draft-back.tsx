import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';

type Props = { discard: string; onDiscard: () => void; className?: string };

/** Says that what was begun is there again, and offers to begin anew. */
export function DraftBack({ discard, onDiscard, className }: Props) {
  const t = useT();
  return (
    <p role="status" className={cn('flex flex-wrap items-center gap-x-3 gap-y-1 text-meta', className)}>
      {t('common.draftBack')}
      <Button size="sm" look="quiet" onClick={onDiscard}>
        {discard}
      </Button>
    </p>
  );
}
