import { useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cardName } from '../card-text.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import { boxOf, type Placed } from '../chart-layout.ts';
import { TOP } from '../chart-model.ts';
import { coloursOf } from '../colours.ts';
import { useCardDrag } from '../editing/use-card-drag.ts';
import { LoadingNote } from '../loading-note.tsx';
import type { ChartHandle } from '../use-chart.ts';
import { CanvasCards } from './canvas-cards.tsx';
import { canvasKeys } from './canvas-keys.ts';
import { ChartControls } from './chart-controls.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { MiniMap } from './mini-map.tsx';
import { DOTS, usePanZoom } from './use-pan-zoom.ts';
import {
  FIRST_SIZE,
  fitTo,
  middleOf,
  NARROW,
  nodesInView,
  reveal,
  type Size,
  type View,
  viewAround,
  windowOf,
  ZOOM,
} from './viewport.ts';

type CanvasProps = {
  chart: ChartHandle;
  address: ChartAddress;
  chartName: string;
  meHandle: string;
  /** Positions of the way between two that is shown. */
  way: readonly string[];
  /** A card was let go of over another one; without it cards cannot be dragged. */
  onMove?: ((id: string, onto: string) => void) | undefined;
};

/** The chart to move about in: an ARIA tree of cards, of which only those in view are in the page. */
export function ChartCanvas({ chart, address, chartName, meHandle, way, onMove }: CanvasProps) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const help = useId();
  const { layout, model, view: shown } = chart;
  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const focusNode = shown.focusId ? layout.nodes.get(shown.focusId) : undefined;
  const home = focusNode ? viewAround(layout, focusNode, FIRST_SIZE.width) : { x: 0, y: 0, k: 1 };
  const firstHome = useRef(home);
  const [seen, setSeen] = useState<{ view: View; size: Size }>({ view: firstHome.current, size: FIRST_SIZE });
  const [active, setActive] = useState<string | null>(shown.focusId);
  const wanted = useRef<string | null>(null);
  const visible = nodesInView(layout, seen.view, seen.size, [active, shown.focusId]);

  const latest = useRef({ layout, active, visible, focusId: shown.focusId });
  latest.current = { layout, active, visible, focusId: shown.focusId };

  // A render only when other cards come into view, not at every step of a move.
  const onChange = useCallback((view: View, size: Size) => {
    if (size.width === 0) return;
    const { layout: now, active: kept, visible: drawn } = latest.current;
    const next = nodesInView(now, view, size, [kept]);
    const known = new Set(drawn.map((node) => node.id));
    if (next.some((node) => !known.has(node.id))) setSeen({ view, size });
  }, []);
  const panZoom = usePanZoom(frame, world, firstHome.current, onChange);
  useCardDrag(frame, onMove);
  useEffect(() => {
    chart.sight.current = () => middleOf(panZoom.view());
    return () => {
      chart.sight.current = null;
    };
  }, [chart.sight, panZoom]);

  // The server drew for a usual window; a narrow one gets the focus into its middle.
  useEffect(() => {
    const { layout: now, focusId } = latest.current;
    const node = focusId ? now.nodes.get(focusId) : undefined;
    const { width } = frame.current?.getBoundingClientRect() ?? { width: 0 };
    if (node && width > 0 && width < NARROW) panZoom.go(viewAround(now, node, width), false);
  }, [panZoom]);

  // Opening or closing a branch changes what is in view, without any move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layout is what calls for it
  useEffect(() => {
    const size = panZoom.size();
    if (size.width > 0) setSeen({ view: panZoom.view(), size });
  }, [layout, panZoom]);

  // A new focus: fly there within the picture, jump when the picture is a new one.
  const last = useRef({ focus: shown.focusId, drawn: chart.drawn });
  useEffect(() => {
    const before = last.current;
    last.current = { focus: shown.focusId, drawn: chart.drawn };
    if (before.focus === shown.focusId && before.drawn === chart.drawn) return;
    // Whoever moves by keyboard goes along.
    if (frame.current?.contains(document.activeElement)) wanted.current = shown.focusId;
    setActive(shown.focusId);
    const redrawn = before.drawn !== chart.drawn;
    const { layout: now } = latest.current;
    const node = shown.focusId ? now.nodes.get(shown.focusId) : undefined;
    if (!node) return;
    panZoom.go(viewAround(now, node, panZoom.size().width, redrawn ? undefined : panZoom.view().k), !redrawn);
  }, [shown.focusId, chart.drawn, panZoom]);

  // A way between two: all of it comes into the window.
  const wayKey = way.join();
  useEffect(() => {
    const { layout: now } = latest.current;
    const nodes = wayKey.split(',').flatMap((id) => now.nodes.get(id) ?? []);
    if (nodes.length > 1) panZoom.go(fitTo(boxOf(nodes), panZoom.size()), true);
  }, [wayKey, panZoom]);

  useEffect(() => {
    if (!active || wanted.current !== active) return;
    wanted.current = null;
    elementOf(frame.current, active)?.focus({ preventScroll: true });
  });

  const showFocus = (k?: number) => {
    if (focusNode) panZoom.go(viewAround(layout, focusNode, panZoom.size().width, k), true);
  };
  const focusOn = (id: string) =>
    navigate(writeAddress(address, { focus: id }), { preventScrollReset: true });
  const choose = (node: Placed) => {
    if (node.kind === 'fold') chart.loadMore(node.parent);
    else if (node.id === shown.focusId) showFocus();
    else focusOn(node.id);
  };
  const moveTo = (node: Placed) => {
    wanted.current = node.id;
    setActive(node.id);
    panZoom.go(reveal(node, panZoom.view(), panZoom.size()), true);
  };
  const zoomBy = (factor: number) => {
    const { x, y, k } = panZoom.view();
    const next = Math.min(ZOOM.max, Math.max(ZOOM.min, k * factor));
    panZoom.go({ x: (x * next) / k, y: (y * next) / k, k: next }, true);
  };
  const goHome = () => {
    const here = shown.focusId ? model.cards.get(shown.focusId) : undefined;
    if (here?.holders.some((holder) => holder.person.handle === meHandle)) {
      wanted.current = here.id;
      setActive(here.id);
      showFocus();
    } else focusOn(meHandle);
  };

  const onKeyDown = canvasKeys({
    chart,
    active: active ? layout.nodes.get(active) : undefined,
    moveTo,
    choose,
    goHome,
    zoomBy,
    showAgain: () => showFocus(1),
  });

  const onClick = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a, button')) return;
    const id = event.target.closest<HTMLElement>('[data-node]')?.dataset.node;
    const node = id ? layout.nodes.get(id) : undefined;
    if (!node) return;
    setActive(node.id);
    choose(node);
  };

  const colours = useMemo(() => coloursOf(model, address.colour), [model, address.colour]);
  return (
    <div className="relative min-h-0 flex-1">
      <p id={help} className="sr-only">
        {t('organisation.chartHelp')}
      </p>
      <div
        ref={frame}
        role="tree"
        data-movable={onMove ? '' : undefined}
        tabIndex={-1}
        aria-label={t('organisation.chartLabel', { chart: chartName })}
        aria-describedby={help}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('[data-node]')?.dataset.node;
          if (id && id !== active) setActive(id);
        }}
        style={{ backgroundSize: `${DOTS}px ${DOTS}px`, backgroundPosition: '50% 50%' }}
        className="absolute inset-0 cursor-grab touch-none overflow-clip bg-[radial-gradient(circle,var(--line)_1px,transparent_1px)] outline-none active:cursor-grabbing"
      >
        <div
          ref={world}
          role="presentation"
          className="absolute top-1/2 left-1/2 size-0 origin-top-left"
          style={{
            transform: `translate(${firstHome.current.x}px, ${firstHome.current.y}px) scale(${firstHome.current.k})`,
          }}
        >
          <CanvasCards
            chart={chart}
            address={address}
            way={way}
            nodes={visible}
            window={windowOf(seen.view, seen.size)}
            active={active}
            colours={colours}
          />
        </div>
      </div>
      <ChartLegend dotted={address.dotted} comparing={shown.since !== null} swatches={colours.swatches} />
      <MiniMap layout={layout} panZoom={panZoom} focusId={shown.focusId} way={way} />
      <ChartControls
        meTo={writeAddress(address, { focus: meHandle })}
        onZoomIn={() => zoomBy(1.3)}
        onZoomOut={() => zoomBy(1 / 1.3)}
        onFit={() => panZoom.go(fitTo(layout.box, panZoom.size()), true)}
        onHome={goHome}
      />
      <LoadingNote chart={chart} name={(id) => nameOf(id)} />
    </div>
  );

  function nameOf(id: string): string {
    const card = model.cards.get(id);
    return id === TOP || !card ? chartName : cardName(t, format, card);
  }
}

function elementOf(frame: HTMLElement | null, id: string): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`) ?? null;
}
