import { useEffect, useRef, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import type { ChartHandle } from './use-chart.ts';

/** Says aloud what opened. */
export function LoadingNote({ chart, name }: { chart: ChartHandle; name: (id: string) => string }) {
  const t = useT();
  const [text, setText] = useState('');
  const before = useRef(chart.model);
  useEffect(() => {
    const old = before.current;
    before.current = chart.model;
    if (old === chart.model || old.chartId !== chart.model.chartId) return;
    for (const [parent, team] of chart.model.teams) {
      const opened = chart.model.open.has(parent) && !old.open.has(parent);
      if (opened || (old.teams.get(parent)?.ids.length ?? 0) < team.ids.length) {
        setText(t('organisation.opened', { name: name(parent), count: team.ids.length }));
      }
    }
  });
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
