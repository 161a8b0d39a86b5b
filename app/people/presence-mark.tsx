import { useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { useLive, useLiveRoom, useLiveStatus } from '#app/shell/live.tsx';

/** "online" while the person has a page open somewhere; nothing while that is unknown. */
export function PresenceMark({ personId }: { personId: string }) {
  const t = useT();
  const [hereId, setHereId] = useState<string | null>(null);
  const connected = useLiveStatus() === 'online';
  // Joining the room again, after a broken connection too, is answered by how things stand.
  useLiveRoom(`presence:${personId}`);
  useLive('presence', (message) => {
    if (message.personId === personId) setHereId(message.here ? personId : null);
  });
  if (hereId !== personId || !connected) return null;
  return (
    <span className="inline-flex items-center gap-1.5" title={t('people.onlineHint')}>
      <span aria-hidden="true" className="size-2.5 rounded-full bg-ok" />
      {t('people.online')}
    </span>
  );
}
