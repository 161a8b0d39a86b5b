import { type Oklch, toLinearRgb } from '#app/styles/contrast.ts';

/** The colours of a picture on paper: those of the light pages (tokens.css), in sRGB. */
export type Palette = ReturnType<typeof paletteOf>;

export function paletteOf(brandHue: number) {
  return {
    paper: '#ffffff',
    sunk: hex({ l: 0.962, c: 0.005, h: 95 }),
    ink: hex({ l: 0.25, c: 0.015, h: 260 }),
    soft: hex({ l: 0.42, c: 0.014, h: 260 }),
    muted: hex({ l: 0.52, c: 0.012, h: 260 }),
    line: hex({ l: 0.85, c: 0.006, h: 95 }),
    controlLine: hex({ l: 0.655, c: 0.012, h: 260 }),
    brand: hex({ l: 0.46, c: 0.095, h: brandHue }),
  };
}

function hex(colour: Oklch): string {
  const channel = (linear: number) => {
    const shown = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${toLinearRgb(colour).map(channel).join('')}`;
}
