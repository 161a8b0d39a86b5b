import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Box, Layout } from '../chart-layout.ts';
import type { PanZoom } from './use-pan-zoom.ts';
import { type Size, sightOf, type View } from './viewport.ts';

type MiniMapProps = {
  layout: Layout;
  panZoom: PanZoom;
  focusId: string | null;
  way: readonly string[];
};

const EDGE = 80;

/**
 * All that is loaded, small, and which part of it is in the window; a press or a drag goes there. Only for the eye and
 * the pointer (keyboard and screen readers have the tree itself), and gone while everything is in the window.
 */
export function MiniMap({ layout, panZoom, focusId, way }: MiniMapProps) {
  const map = useRef<HTMLDivElement>(null);
  const sight = useRef<SVGRectElement>(null);
  const { box } = layout;
  const cards = useMemo(() => rectangles([...layout.nodes.values()]), [layout]);
  const marked = [focusId, ...way].flatMap((id) => (id ? (layout.nodes.get(id) ?? []) : []));

  const draw = useCallback(
    (view: View, size: Size) => {
      const seen = sightOf(view, size);
      for (const [name, value] of Object.entries(seen)) sight.current?.setAttribute(name, String(value));
      if (map.current) map.current.hidden = size.width === 0 || contains(seen, box);
    },
    [box],
  );
  useEffect(() => {
    draw(panZoom.view(), panZoom.size());
    return panZoom.onMove(draw);
  }, [draw, panZoom]);

  const goTo = (event: React.PointerEvent<SVGSVGElement>) => {
    const inverse = event.currentTarget.getScreenCTM()?.inverse();
    if (!inverse || event.buttons !== 1) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(inverse);
    const { k } = panZoom.view();
    event.currentTarget.setPointerCapture(event.pointerId);
    panZoom.go({ x: -x * k, y: -y * k, k }, event.type === 'pointerdown');
  };
  return (
    <div
      ref={map}
      hidden
      data-minimap
      className="absolute end-20 bottom-4 z-10 h-28 w-44 rounded-lg bg-raised p-1.5 shadow-float max-lg:!hidden"
    >
      <svg
        aria-hidden="true"
        viewBox={`${box.x - EDGE} ${box.y - EDGE} ${box.width + 2 * EDGE} ${box.height + 2 * EDGE}`}
        className="size-full cursor-pointer touch-none overflow-hidden"
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        <path d={cards} className="fill-control-line/60" />
        <path d={rectangles(marked)} className="fill-brand" />
        <rect
          ref={sight}
          rx="12"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
          className="fill-brand/10 stroke-brand"
        />
      </svg>
    </div>
  );
}

/** Thousands of cards are one path: the map costs the page a handful of elements. */
function rectangles(boxes: readonly Box[]): string {
  return boxes.map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`).join('');
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
