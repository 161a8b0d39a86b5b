import { useFormat, useT } from '#app/shell/i18n.tsx';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import { cardLabel } from '../card-text.ts';
import { type ChartAddress, writeAddress } from '../chart-address.ts';
import { type Box, foldedCount, type Placed } from '../chart-layout.ts';
import type { coloursOf } from '../colours.ts';
import type { ChartHandle } from '../use-chart.ts';
import { FoldCard, PositionCard } from './chart-card.tsx';
import { ChartLines } from './chart-lines.tsx';
import { meets } from './viewport.ts';

type CanvasCardsProps = {
  chart: ChartHandle;
  address: ChartAddress;
  /** Positions of the way between two that is shown. */
  way: readonly string[];
  /** The cards to draw, of all that are placed. */
  nodes: readonly Placed[];
  /** The part of the world that is seen. */
  window: Box;
  /** The card that has the keyboard. */
  active: string | null;
  colours: ReturnType<typeof coloursOf>;
};

/** What is seen of the chart: panels, lines and, on top, cards. */
export function CanvasCards({ chart, address, way, nodes, window, active, colours }: CanvasCardsProps) {
  const t = useT();
  const format = useFormat();
  const { layout, model, view } = chart;
  const lines = layout.lines.filter(
    (line) => (line.kind !== 'dotted' || line.onWay || address.dotted) && meets(line.box, window),
  );
  return (
    <>
      {layout.panels
        .filter((panel) => meets(panel, window))
        .map((panel) => (
          <div
            key={panel.parent}
            role="presentation"
            style={{
              transform: `translate(${panel.x}px, ${panel.y}px)`,
              width: panel.width,
              height: panel.height,
            }}
            className="absolute top-0 left-0 rounded-lg border border-line bg-sunk/70 transition-[transform,width,height] duration-200"
          />
        ))}
      <ChartLines lines={lines} />
      {nodes.map((node) => {
        if (node.kind === 'fold') {
          const above = model.cards.get(node.parent);
          return (
            <FoldCard
              key={node.id}
              placed={node}
              count={foldedCount(model, layout, node.parent)}
              name={above ? cardLabel(t, format, above) : null}
              active={node.id === active}
              loading={chart.loading.has(node.parent)}
            />
          );
        }
        const card = model.cards.get(node.id);
        return card ? (
          <PositionCard
            key={node.id}
            card={card}
            placed={node}
            leads={model.leads}
            swatch={colours.ofCard.get(node.id) ?? null}
            focused={node.id === view.focusId}
            onWay={way.includes(node.id)}
            active={node.id === active}
            open={model.open.has(node.id)}
            loading={chart.loading.has(node.id)}
            focusTo={writeAddress(address, { focus: node.id })}
            beyondTo={beyond(card)}
            onToggle={chart.toggle}
          />
        ) : null;
      })}
    </>
  );

  /** Where a dotted line leads that is not drawn. */
  function beyond(card: ChartCard): string | null {
    const [line] = card.dotted;
    return line && !(address.dotted && layout.nodes.has(line.id))
      ? writeAddress(address, { focus: line.id })
      : null;
  }
}
