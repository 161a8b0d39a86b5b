import { meets } from '../canvas/viewport.ts';
import type { Box } from '../chart-layout.ts';

export type Shape =
  | ({ kind: 'box'; radius: number } & Box & Look)
  | ({ kind: 'disc'; x: number; y: number; radius: number } & Look)
  | ({ kind: 'path'; path: string; box: Box } & Look)
  /** `y` is the line the letters stand on; `x` their beginning or, where `centred`, their middle. */
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      size: number;
      weight: 400 | 600;
      fill: string;
      centred?: boolean;
    };

type Look = { fill?: string; stroke?: string; strokeWidth?: number; dashed?: boolean };

/** A picture that every format draws alike: shapes from back to front, in pixels of the screen. */
export type Scene = {
  box: Box;
  shapes: Shape[];
  /** Where the cards stand, what each is called, and the one it hangs below. */
  cards: (Box & { id: string; above: string | null; label: string })[];
};

/** The smallest letters on a card. */
export const SMALLEST = 11;

/** Whether a shape may show within a box; of a text only a generous guess is known. */
export function touches(shape: Shape, box: Box): boolean {
  return meets(extentOf(shape), box);
}

function extentOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'box':
      return shape;
    case 'path':
      return shape.box;
    case 'disc': {
      const { x, y, radius } = shape;
      return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    }
    case 'text': {
      const width = shape.text.length * shape.size;
      const x = shape.centred ? shape.x - width / 2 : shape.x;
      return { x, y: shape.y - shape.size, width, height: 1.5 * shape.size };
    }
  }
}
