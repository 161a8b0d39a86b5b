import type { ChartView } from '#server/domain/organisation/chart.view.ts';
import { foldedCount, layoutOf } from '../chart-layout.ts';
import type { Leads } from '../chart-model.ts';
import { type Model, modelOf } from '../chart-model.ts';
import { cardShapes, countShapes } from './card-shapes.server.ts';
import type { Reader } from './reader.ts';
import type { Scene, Shape } from './scene.ts';

/** Lines and frames reach a little beyond the cards. */
const MARGIN = 16;

/**
 * A chart as the page lays it out, with every team that is here opened and unfolded.
 */
export function drawChart(reader: Reader, view: ChartView, leads: Leads): Scene {
  const model = unfolded(modelOf(view, leads));
  const layout = layoutOf(model, view.focusId, null);
  const { palette, t } = reader;
  const nodes = [...layout.nodes.values()];
  const colours = { primary: palette.controlLine, chain: palette.muted, dotted: palette.brand };
  const shapes: Shape[] = [
    ...layout.panels.map(
      ({ x, y, width, height }): Shape => ({
        kind: 'box',
        x,
        y,
        width,
        height,
        radius: 10,
        fill: palette.sunk,
        stroke: palette.line,
      }),
    ),
    ...layout.lines.map(
      ({ path, box, kind }): Shape => ({
        kind: 'path',
        path,
        box,
        stroke: colours[kind],
        strokeWidth: kind === 'primary' ? 1.25 : 1.5,
        dashed: kind === 'dotted',
      }),
    ),
    ...nodes.flatMap((node): Shape[] => {
      const card = model.cards.get(node.id);
      if (card) return [...cardShapes(reader, card, node, model.leads), ...countShapes(reader, card, node)];
      const { x, y, width, height } = node;
      const count = foldedCount(model, layout, node.parent);
      return [
        { kind: 'box', x, y, width, height, radius: 10, stroke: palette.controlLine, dashed: true },
        {
          kind: 'text',
          text: t('organisation.moreFolded', { count }),
          x: x + width / 2,
          y: y + height / 2 + 4.5,
          size: 12.5,
          weight: 400,
          fill: palette.soft,
          centred: true,
        },
      ];
    }),
  ];
  const { x, y, width, height } = layout.box;
  return {
    box: { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN },
    shapes,
    // With the count that hangs on the lower edge.
    cards: nodes.map((node) => ({ x: node.x, y: node.y, width: node.width, height: node.height + 12 })),
  };
}

function unfolded(model: Model): Model {
  return { ...model, unfolded: new Set(model.teams.keys()) };
}
