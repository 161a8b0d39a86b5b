import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import type { Box } from '../chart-layout.ts';
import type { Leads } from '../chart-model.ts';
import type { Reader } from './reader.ts';
import { type Shape, SMALLEST } from './scene.ts';
import { fitText, twoLines } from './typeface.server.ts';

type Words = { text: string; size: number; weight: 400 | 600; fill: string; lead: number };

const PADDING = 10;
/** The sizes of the name, of the title and of what stands below, with the room each takes. */
const NAME = { size: 12.5, lead: 16 };
const TITLE = { size: SMALLEST, lead: 14 };

/**
 * One position as it stands on paper: what the screen says of it, but without faces, which their owners have not given
 * away, and without absences, which a file would still tell of when they are long over.
 */
export function cardShapes(reader: Reader, card: ChartCard, placed: Box, leads: Leads): Shape[] {
  const { palette } = reader;
  const { x, y, width, height } = placed;
  const focused = card.id === reader.focusId;
  const vacant = card.holders.length === 0;
  const frame: Shape = {
    kind: 'box',
    x,
    y,
    width,
    height,
    radius: 8,
    fill: palette.paper,
    stroke: focused ? palette.brand : vacant ? palette.controlLine : palette.line,
    strokeWidth: focused ? 2 : 1,
    dashed: vacant && !focused,
  };
  const words = wordsOf(reader, card, leads, width - 2 * PADDING);
  const total = words.reduce((sum, line) => sum + line.lead, 0);
  let line = y + (height - total) / 2;
  const texts = words.map(({ lead, ...text }): Shape => {
    line += lead;
    return { kind: 'text', ...text, x: x + PADDING, y: line - (lead - text.size) / 2 - text.size * 0.22 };
  });
  return [frame, ...texts];
}

/** How many stand below, at the right of the lower edge. */
export function countShapes(reader: Reader, card: ChartCard, placed: Box): Shape[] {
  if (card.total === 0) return [];
  const { palette, format } = reader;
  const text = format.number(card.total);
  const width = Math.max(24, 12 + 7 * text.length);
  const x = placed.x + placed.width - width - 8;
  const bottom = placed.y + placed.height;
  return [
    {
      kind: 'box',
      x,
      y: bottom - 8,
      width,
      height: 16,
      radius: 8,
      fill: palette.paper,
      stroke: palette.line,
    },
    {
      kind: 'text',
      text,
      x: x + width / 2,
      y: bottom + 4,
      size: SMALLEST,
      weight: 600,
      fill: palette.soft,
      centred: true,
    },
  ];
}

function wordsOf(reader: Reader, card: ChartCard, leads: Leads, width: number): Words[] {
  const { t, palette } = reader;
  const shared = card.holders.length > 1;
  const names = card.holders.slice(0, 2).map((holder) => holder.person.name || t('common.nameWithheld'));
  const others = card.holders.length - 2;
  const last = lastLine(reader, card, leads);
  const title = card.title || t('organisation.noTitle');
  const room = shared ? 1 : 2;
  const titles =
    room === 2 ? twoLines(title, 400, TITLE.size, width) : [fitText(title, 400, TITLE.size, width)];
  return [
    ...(names.length > 0 ? names : [t('organisation.vacant')]).map((name, n) => ({
      text: fitText(n === 1 && others > 0 ? `${name} +${others}` : name, 600, NAME.size, width),
      weight: 600 as const,
      fill: names.length > 0 ? palette.ink : palette.muted,
      ...NAME,
    })),
    ...titles.map((text) => ({ text, weight: 400 as const, fill: palette.soft, ...TITLE })),
    ...(last && titles.length === 1
      ? [
          {
            text: fitText(last, 400, TITLE.size, width),
            weight: 400 as const,
            fill: palette.muted,
            ...TITLE,
          },
        ]
      : []),
  ];
}

/** As `LastLine` on the screen, in one text: vacant since, what is led, shares, who else, else the place. */
function lastLine({ t, format }: Reader, card: ChartCard, leads: Leads): string {
  if (card.vacantSince) return t('organisation.since', { month: format.month(card.vacantSince) });
  const [project, ...more] = card.holders.flatMap((holder) => leads[holder.person.id] ?? []);
  if (project) {
    const words = t('organisation.leads', { project: project.name });
    return more.length > 0 ? `${words} +${more.length}` : words;
  }
  if (card.holders.length > 1) {
    const shares = card.holders.map((holder) => format.percent(holder.share / 100)).join(' / ');
    return `${t('organisation.jobShare')} · ${shares}`;
  }
  const [other] = card.dotted;
  if (other && !card.unit) return t('organisation.alsoWorksFor', { name: other.label });
  return [card.unit, card.site].filter(Boolean).join(' · ');
}
