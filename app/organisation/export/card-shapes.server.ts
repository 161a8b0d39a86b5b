import { initials } from '#app/ui/initials.ts';
import { personHue } from '#app/ui/person-hue.ts';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import type { Placed } from '../chart-layout.ts';
import type { Leads } from '../chart-model.ts';
import { avatarColours } from './palette.ts';
import type { Reader } from './reader.ts';
import { type Shape, SMALLEST } from './scene.ts';
import { fitText, twoLines } from './typeface.server.ts';

type Words = { text: string; size: number; weight: 400 | 600; fill: string; lead: number };

const PADDING = 12;
const FACE = 20;
/** Where the words begin, and how far they may run. */
const LEFT = PADDING + 2 * FACE + 12;

/**
 * One position as it stands on paper: as on the screen, but without faces, which their owners have not given away, and
 * without absences, which a file would still tell of when they are long over.
 */
export function cardShapes(reader: Reader, card: ChartCard, placed: Placed, leads: Leads): Shape[] {
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
    radius: 10,
    fill: palette.paper,
    stroke: focused ? palette.brand : vacant ? palette.controlLine : palette.line,
    strokeWidth: focused ? 2 : 1,
    dashed: vacant && !focused,
  };
  const words = wordsOf(reader, card, leads, width - LEFT - PADDING);
  const total = words.reduce((sum, line) => sum + line.lead, 0);
  let line = y + (height - total) / 2;
  const texts = words.map(({ lead, ...text }): Shape => {
    line += lead;
    return { kind: 'text', ...text, x: x + LEFT, y: line - (lead - text.size) / 2 - text.size * 0.22 };
  });
  return [frame, ...faceShapes(reader, card, x + PADDING + FACE, y + height / 2), ...texts];
}

/** How many stand below, on the lower edge. */
export function countShapes(reader: Reader, card: ChartCard, placed: Placed): Shape[] {
  if (card.total === 0) return [];
  const { palette, format } = reader;
  const text = format.number(card.total);
  const width = Math.max(30, 14 + 7 * text.length);
  const middle = placed.x + placed.width / 2;
  const bottom = placed.y + placed.height;
  return [
    {
      kind: 'box',
      x: middle - width / 2,
      y: bottom - 10,
      width,
      height: 20,
      radius: 10,
      fill: palette.paper,
      stroke: palette.line,
    },
    {
      kind: 'text',
      text,
      x: middle,
      y: bottom + 4,
      size: SMALLEST,
      weight: 600,
      fill: palette.soft,
      centred: true,
    },
  ];
}

function faceShapes(reader: Reader, card: ChartCard, x: number, y: number): Shape[] {
  const [first, second] = card.holders;
  if (!first) {
    return [{ kind: 'disc', x, y, radius: FACE, stroke: reader.palette.controlLine, dashed: true }];
  }
  if (!second) return initialsShapes(first.person, x, y, FACE);
  return [
    ...initialsShapes(first.person, x - 6, y - 6, 14),
    ...initialsShapes(second.person, x + 6, y + 6, 14),
  ];
}

function initialsShapes(person: { id: string; name: string }, x: number, y: number, radius: number): Shape[] {
  const { ground, letters } = avatarColours(personHue(person.id));
  const size = radius * 0.65;
  return [
    { kind: 'disc', x, y, radius, fill: ground },
    {
      kind: 'text',
      text: initials(person.name),
      x,
      y: y + size * 0.36,
      size,
      weight: 600,
      fill: letters,
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
  const titles = room === 2 ? twoLines(title, 400, 12.5, width) : [fitText(title, 400, 12.5, width)];
  return [
    ...(names.length > 0 ? names : [t('organisation.vacant')]).map((name, n) => ({
      text: fitText(n === 1 && others > 0 ? `${name} +${others}` : name, 600, 14, width),
      size: 14,
      weight: 600 as const,
      fill: names.length > 0 ? palette.ink : palette.muted,
      lead: 18,
    })),
    ...titles.map((text) => ({ text, size: 12.5, weight: 400 as const, fill: palette.soft, lead: 16 })),
    ...(last && titles.length === 1
      ? [
          {
            text: fitText(last, 400, SMALLEST, width),
            size: SMALLEST,
            weight: 400 as const,
            fill: palette.muted,
            lead: 15,
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
