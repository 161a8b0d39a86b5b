import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { type Size, type View, ZOOM } from './viewport.ts';

type Watch = (view: View, size: Size) => void;

export type PanZoom = {
  view: () => View;
  size: () => Size;
  /** Goes there: flying where `fly` and the reader lets things move, else at once. */
  go: (to: View, fly: boolean) => void;
  /** Hears each step as well; returns how to stop hearing. */
  onMove: (watch: Watch) => () => void;
};

/**
 * Pan and zoom by d3-zoom: mouse, wheel, touch. The world's transform is written straight to the
 * element, without a render per frame; `onChange` hears each step.
 */
export function usePanZoom(
  frame: RefObject<HTMLDivElement>,
  world: RefObject<HTMLDivElement>,
  first: View,
  onChange: Watch,
): PanZoom {
  const view = useRef(first);
  const size = useRef<Size>({ width: 0, height: 0 });
  const behaviour = useRef<ZoomBehavior<HTMLDivElement, unknown>>();
  const flight = useRef(0);
  const watch = useRef(onChange);
  watch.current = onChange;
  const watchers = useRef(new Set<Watch>());

  const tell = useCallback(() => {
    draw(frame.current, world.current, view.current);
    watch.current(view.current, size.current);
    for (const one of watchers.current) one(view.current, size.current);
  }, [frame, world]);

  const set = useCallback(
    (to: View) => {
      const element = frame.current;
      if (!element || !behaviour.current) return;
      const { width, height } = size.current;
      const transform = zoomIdentity.translate(to.x + width / 2, to.y + height / 2).scale(to.k);
      behaviour.current.transform(select(element), transform);
    },
    [frame],
  );

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    behaviour.current = zoom<HTMLDivElement, unknown>()
      .scaleExtent([ZOOM.min, ZOOM.max])
      .clickDistance(5)
      .filter((event: Event) => mayStart(event))
      .on('zoom', (event: D3ZoomEvent<HTMLDivElement, unknown>) => {
        if (event.sourceEvent) cancelAnimationFrame(flight.current);
        const { x, y, k } = event.transform;
        view.current = { x: x - size.current.width / 2, y: y - size.current.height / 2, k };
        tell();
      });
    const { width, height } = element.getBoundingClientRect();
    size.current = { width, height };
    const selection = select(element).call(behaviour.current).on('dblclick.zoom', null);
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      size.current = { width: entry.contentRect.width, height: entry.contentRect.height };
      set(view.current);
      tell();
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(flight.current);
      observer.disconnect();
      selection.on('.zoom', null);
    };
  }, [frame, set, tell]);

  const go = useCallback(
    (to: View, fly: boolean) => {
      cancelAnimationFrame(flight.current);
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (!fly || calm) {
        set(to);
        return;
      }
      flight.current = flyTo(view.current, to, set, (handle) => {
        flight.current = handle;
      });
    },
    [set],
  );

  const onMove = useCallback((one: Watch) => {
    watchers.current.add(one);
    return () => void watchers.current.delete(one);
  }, []);

  return useMemo(() => ({ view: () => view.current, size: () => size.current, go, onMove }), [go, onMove]);
}

/** A drag with the main button, fingers, and the wheel; never from inside a control that floats above. */
function mayStart(event: Event): boolean {
  if (event instanceof MouseEvent && event.type !== 'wheel' && (event.button !== 0 || event.ctrlKey))
    return false;
  if (!(event.target instanceof Element)) return true;
  // Where cards can be moved, the mouse takes hold of a card and not of the ground beneath it.
  if (event.type === 'mousedown' && event.target.closest('[data-movable] [data-node]')) return false;
  return !event.target.closest('[data-still]');
}

const DURATION_MS = 280;

function flyTo(from: View, to: View, step: (view: View) => void, keep: (handle: number) => void): number {
  const start = performance.now();
  const frame = (now: number) => {
    const part = Math.min(1, Math.max(0, (now - start) / DURATION_MS));
    const eased = 1 - (1 - part) ** 3;
    const between = (a: number, b: number) => a + (b - a) * eased;
    step({ x: between(from.x, to.x), y: between(from.y, to.y), k: between(from.k, to.k) });
    if (part < 1) keep(requestAnimationFrame(frame));
  };
  return requestAnimationFrame(frame);
}

function draw(frame: HTMLElement | null, world: HTMLElement | null, { x, y, k }: View): void {
  if (world) world.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  if (!frame) return;
  frame.style.backgroundPosition = `calc(50% + ${x}px) calc(50% + ${y}px)`;
  frame.style.backgroundSize = `${DOTS * k}px ${DOTS * k}px`;
}

/** Distance of the dots on the ground, in pixels. */
export const DOTS = 24;
