import { cardLabel } from '../card-text.ts';
import { type Model, teamSize } from '../chart-model.ts';
import { cardShapes, countShapes } from './card-shapes.server.ts';
import type { OnPaper, PaperLayout } from './paper-layout.ts';
import type { Reader } from './reader.ts';
import type { Scene, Shape } from './scene.ts';

/** A chart that has been laid out for paper, as shapes. */
export function drawChart(reader: Reader, model: Model, layout: PaperLayout): Scene {
  const { palette, t, format } = reader;
  const shapes: Shape[] = [
    ...layout.panels.map(
      (panel): Shape => ({ kind: 'box', ...panel, radius: 8, fill: palette.sunk, stroke: palette.line }),
    ),
    ...layout.lines.map(
      ({ path, box, kind }): Shape => ({
        kind: 'path',
        path,
        box,
        stroke: kind === 'dotted' ? palette.brand : palette.controlLine,
        strokeWidth: 1.25,
        dashed: kind === 'dotted',
      }),
    ),
    ...layout.nodes.flatMap((node): Shape[] => {
      const card = model.cards.get(node.id);
      if (!card) return foldShapes(reader, model, node);
      return [...cardShapes(reader, card, node, model.leads), ...countShapes(reader, card, node)];
    }),
  ];
  return {
    box: layout.box,
    shapes,
    cards: layout.nodes.map((node) => {
      const card = model.cards.get(node.id);
      return { ...node, above: card?.parentId ?? null, label: card ? cardLabel(t, format, card) : '' };
    }),
  };
}

/** In place of those of a team who are not in the picture. */
function foldShapes({ palette, t }: Reader, model: Model, { id, x, y, width, height }: OnPaper): Shape[] {
  const parent = id.slice(id.indexOf(':') + 1);
  const count = teamSize(model, parent) - (model.teams.get(parent)?.ids.length ?? 0);
  return [
    { kind: 'box', x, y, width, height, radius: 8, stroke: palette.controlLine, dashed: true },
    {
      kind: 'text',
      text: t('organisation.moreFolded', { count }),
      x: x + width / 2,
      y: y + height / 2 + 4,
      size: 12,
      weight: 400,
      fill: palette.soft,
      centred: true,
    },
  ];
}
