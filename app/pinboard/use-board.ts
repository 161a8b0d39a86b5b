import { useRouteLoaderData } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useCatchUp, useLive, useLiveRoom } from '#app/shell/live.tsx';
import { useLatest } from '#app/shell/use-latest.ts';
import { useReload } from '#app/shell/use-reload.ts';
import type { BoardView, PinView } from '#server/domain/pinboard/pin.view.ts';
import { boardAddress } from './board-address.ts';
import type { BoardAnswer } from './board-data.route.ts';

type RootData = { frame?: { me: { personId: string } } };

/** One reading a burst of changes, at a moment of its own: a board that many have open asks the server gently. */
const SPREAD_MS = 600;

/**
 * The board as it stands now: re-reads itself, and nothing else of the page, when something changes on it.
 * `arrived` are pins that others placed while one looked; `look` asks at once, after something one did oneself.
 */
export function useBoard(
  loaded: BoardView,
  after: string | null,
): { board: BoardView; arrived: PinView[]; look: () => void } {
  const { ownerId } = loaded;
  const address = boardAddress(ownerId, after);
  const me = useRouteLoaderData<RootData>('root')?.frame?.me.personId;
  const exchange = useExchange<BoardAnswer>(address);
  const refresh = useReload(exchange, address, SPREAD_MS);
  useLiveRoom(`board:${ownerId}`);
  useLive('board.changed', (message) => {
    if (message.ownerId === ownerId) refresh();
  });
  useCatchUp(refresh);

  const board = useLatest(loaded, exchange.data?.board);
  return { board, arrived: useArrived(board, me), look: () => void exchange.load(address) };
}

function useArrived(board: BoardView, me: string | undefined): PinView[] {
  const known = useRef(new Set([...board.top, ...board.pins].map((pin) => pin.entry.id)));
  const [arrived, setArrived] = useState<PinView[]>([]);
  useEffect(() => {
    const all = [...board.top, ...board.pins];
    const fresh = all.filter((pin) => !known.current.has(pin.entry.id));
    for (const pin of all) known.current.add(pin.entry.id);
    const others = fresh.filter((pin) => pin.entry.author.id !== me);
    if (others.length > 0) setArrived(others);
  }, [board, me]);
  return arrived;
}
