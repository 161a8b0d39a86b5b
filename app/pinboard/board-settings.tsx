import { Form } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';

/** One's own board: on or off, and who can leave nothing there. */
export function BoardSettings({ settings }: { settings: { off: boolean; blocked: PersonRef[] } }) {
  const t = useT();
  return (
    <Card as="section" edgeToEdge aria-labelledby="board-title" id="pinboard">
      <h2 id="board-title" className="text-lead font-semibold">
        {t('pinboard.myBoard')}
      </h2>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-[min(100%,16rem)] flex-1 text-meta text-soft">
          {t(settings.off ? 'pinboard.boardIsOff' : 'pinboard.boardIsOn')}
        </p>
        <Form method="post">
          <input type="hidden" name="intent" value={settings.off ? 'board-on' : 'board-off'} />
          <Button type="submit">{t(settings.off ? 'pinboard.switchOn' : 'pinboard.switchOff')}</Button>
        </Form>
      </div>
      {settings.blocked.length > 0 && (
        <>
          <h3 className="mt-5 text-meta font-semibold">{t('pinboard.blockedPeople')}</h3>
          <ul className="mt-1 divide-y divide-line">
            {settings.blocked.map((person) => (
              <li key={person.id} className="flex items-center gap-3 py-2">
                <PersonAvatar person={person} size="sm" />
                <span className="min-w-0 flex-1">
                  <PersonLink person={person} />
                </span>
                <Form method="post">
                  <input type="hidden" name="intent" value="unblock" />
                  <input type="hidden" name="personId" value={person.id} />
                  <Button type="submit" size="sm">
                    {t('pinboard.unblock')}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
