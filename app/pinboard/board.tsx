import { Link } from '@remix-run/react';
import { ArrowLeft, ArrowRight, StickyNote } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { BoardView, PinView } from '#server/domain/pinboard/pin.view.ts';
import { PinCard } from './pin-card.tsx';
import { useHeldFocus } from './use-held-focus.ts';
import type { SendPin } from './use-pin-actions.ts';

type BoardProps = {
  board: BoardView;
  name: string;
  /** `/people/<handle>` */
  address: string;
  mine: boolean;
  /** A later page: what is kept on top stands on the first. */
  older: boolean;
  arrived: PinView[];
  send: SendPin;
  onChanged: () => void;
};

/** The pins of a board, newest first, and who has just placed one, told politely. */
export function Board({ board, name, address, mine, older, arrived, send, onChanged }: BoardProps) {
  const t = useT();
  const nameOf = usePersonName();
  const focus = useHeldFocus(board);
  const fresh = new Set(arrived.map((pin) => pin.entry.id));
  const pins = [...board.top, ...board.pins];
  const action = `${address}?index`;
  return (
    <section {...focus} aria-label={t('pinboard.boardOf', { name })} className="outline-none">
      <p aria-live="polite" className="sr-only">
        {arrived.length > 0 &&
          t('pinboard.arrived', {
            count: arrived.length,
            name: arrived[0] ? nameOf(arrived[0].entry.author) : '',
          })}
      </p>
      {board.off && (
        <Notice className="mx-4 mb-3 md:mx-0">
          {mine ? (
            <>
              {t('pinboard.yourBoardIsOff')}{' '}
              <Link to={`${address}/edit#pinboard`} className="font-medium underline">
                {t('pinboard.toSettings')}
              </Link>
            </>
          ) : (
            t('pinboard.boardOff', { name })
          )}
        </Notice>
      )}
      {pins.length > 0 ? (
        <div className="flex flex-col gap-3">
          {pins.map((pin) => (
            <PinCard
              key={pin.entry.id}
              pin={pin}
              fresh={fresh.has(pin.entry.id)}
              action={action}
              send={send}
              onChanged={onChanged}
            />
          ))}
        </div>
      ) : (
        (!board.off || mine) && (
          <EmptyState icon={StickyNote} title={t(mine ? 'pinboard.emptyMine' : 'pinboard.empty', { name })}>
            {t(mine ? 'pinboard.emptyMineHint' : 'pinboard.emptyHint', { name })}
          </EmptyState>
        )
      )}
      {(older || board.next) && (
        <nav aria-label={t('pinboard.pages')} className="mt-4 flex justify-between gap-2 px-4 md:px-0">
          {older ? (
            <Link to={address} className={buttonStyle()}>
              <ArrowLeft aria-hidden="true" className="rtl:rotate-180" />
              {t('pinboard.newest')}
            </Link>
          ) : (
            <span />
          )}
          {board.next && (
            <Link to={`${address}?after=${board.next}`} className={buttonStyle()}>
              {t('pinboard.older')}
              <ArrowRight aria-hidden="true" className="rtl:rotate-180" />
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}
