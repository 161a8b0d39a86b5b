import { useEffect, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useLive } from '#app/shell/live.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { Card } from '#app/ui/card.tsx';
import { Progress } from '#app/ui/progress.tsx';
import type { RunHead } from '#server/domain/imports/import.view.ts';

/** Asked anew this often, in case live messages do not come through. */
const ASK_AGAIN_MS = 1_500;

/** How far a running import is: live, and by asking; whoever leaves finds it again. */
export function ImportProgress({ run }: { run: RunHead }) {
  const t = useT();
  const refresh = useRefresh();
  const [told, setTold] = useState(0);
  useLive('import.progressed', (message) => {
    if (message.runId === run.id && typeof message.done === 'number') setTold(message.done);
  });
  useLive('import.finished', (message) => {
    if (message.runId === run.id) refresh();
  });
  useEffect(() => {
    const timer = setInterval(refresh, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const done = Math.max(told, run.rowsDone);
  return (
    <Card as="section" aria-labelledby="progress-title" edgeToEdge>
      <h2 id="progress-title" className="text-lead font-semibold">
        {t('import.progressTitle')}
      </h2>
      <Progress label={t('import.progressTitle')} done={done} total={run.rows} className="mt-4" />
      <p className="mt-2 text-meta tabular-nums" role="status">
        {t('import.progress', { done, total: run.rows })}
      </p>
      <p className="mt-2 text-meta text-muted">{t('import.progressText')}</p>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
    </Card>
  );
}
