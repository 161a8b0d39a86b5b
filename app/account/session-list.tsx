import { Form } from '@remix-run/react';
import { Laptop, MonitorSmartphone, Smartphone, Tv } from 'lucide-react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

type Session = { id: string; device: string; terminal: boolean; current: boolean; since: string };

/** Where I am signed in, each with a way to end it. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const t = useT();
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => {
          const Icon = iconOf(session);
          return (
            <li key={session.id} className="flex items-center gap-3 py-3">
              <Icon aria-hidden="true" className="size-5 shrink-0 text-muted" />
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium">{session.device || t('account.unknownDevice')}</span>
                  {session.current && <Badge tone="ok">{t('account.thisDevice')}</Badge>}
                  {session.terminal && <Badge>{t('account.sharedTerminal')}</Badge>}
                </div>
                <p className="text-meta text-muted">
                  {t.rich('account.signedInSince', { when: <Time at={session.since} /> })}
                </p>
              </div>
              {!session.current && (
                <Form method="post">
                  <input type="hidden" name="session" value={session.id} />
                  <Button type="submit" name="intent" value="revoke" size="sm">
                    {t('account.endSession')}
                    <span className="sr-only">: {session.device || t('account.unknownDevice')}</span>
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4">
          <Button type="submit" name="intent" value="everywhere">
            {t('account.signOutElsewhere')}
          </Button>
        </Form>
      )}
    </>
  );
}

function iconOf({ device, terminal }: Session) {
  if (terminal) return Tv;
  if (/iPhone|Android/.test(device)) return Smartphone;
  return device === '' ? MonitorSmartphone : Laptop;
}
