import { useEffect, useState } from 'react';
import { createFormat } from '#app/shell/format.ts';
import { useT } from '#app/shell/i18n.tsx';

/** What the clock shows where the person is; the server's moment first, then by the minute. */
export function LocalTime({ timeZone, now }: { timeZone: string; now: string }) {
  const t = useT();
  const [at, setAt] = useState(now);
  useEffect(() => {
    setAt(now);
    const started = Date.now();
    const timer = setInterval(
      () => setAt(new Date(Date.parse(now) + Date.now() - started).toISOString()),
      30_000,
    );
    return () => clearInterval(timer);
  }, [now]);
  return (
    <span title={timeZone}>
      {t('people.localTime', { time: createFormat(t.locale, timeZone, at).time(at) })}
    </span>
  );
}
