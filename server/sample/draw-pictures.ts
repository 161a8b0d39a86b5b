import sharp from 'sharp';

export type ToldPicture = keyof typeof DRAWINGS;

// Drawn, not photographed: nobody's face, nobody's rights, and small enough to stand in the code.
const DRAWINGS = {
  canteen: `
    <defs>
      <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f6d9ac"/><stop offset="1" stop-color="#eebc7e"/></linearGradient>
      <linearGradient id="crust" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c98442"/><stop offset="1" stop-color="#8d4f22"/></linearGradient>
    </defs>
    <rect width="1200" height="800" fill="url(#wall)"/>
    <circle cx="930" cy="210" r="120" fill="#fff3dc" opacity="0.7"/>
    <rect y="560" width="1200" height="240" fill="#7a4a2b"/>
    <rect y="560" width="1200" height="16" fill="#925c38"/>
    <ellipse cx="470" cy="590" rx="330" ry="34" fill="#5d3720" opacity="0.5"/>
    <path d="M160 580 C150 400 280 300 470 300 C660 300 790 400 780 580 Z" fill="url(#crust)"/>
    <g stroke="#f0d3a2" stroke-width="14" stroke-linecap="round" opacity="0.85">
      <path d="M300 410 L350 330"/><path d="M410 400 L460 312"/><path d="M530 400 L575 318"/><path d="M640 420 L675 350"/>
    </g>
    <rect x="860" y="440" width="220" height="150" rx="26" fill="#39525f"/>
    <rect x="840" y="430" width="260" height="26" rx="13" fill="#4c6c7c"/>
    <g fill="none" stroke="#fff8ea" stroke-width="12" stroke-linecap="round" opacity="0.75">
      <path d="M910 390 C890 350 930 330 910 290"/><path d="M970 390 C950 350 990 330 970 280"/><path d="M1030 390 C1010 350 1050 330 1030 290"/>
    </g>`,
  hall: `
    <defs>
      <linearGradient id="air" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#16323f"/><stop offset="1" stop-color="#3d7480"/></linearGradient>
      <linearGradient id="light" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe9b0" stop-opacity="0.75"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></linearGradient>
    </defs>
    <rect width="1200" height="800" fill="url(#air)"/>
    <g fill="url(#light)"><path d="M170 90 L60 660 L400 660 L270 90 Z"/><path d="M550 90 L430 660 L770 660 L650 90 Z"/><path d="M930 90 L800 660 L1140 660 L1030 90 Z"/></g>
    <g fill="#ffe9b0"><rect x="170" y="70" width="100" height="22" rx="4"/><rect x="550" y="70" width="100" height="22" rx="4"/><rect x="930" y="70" width="100" height="22" rx="4"/></g>
    <g stroke="#0d222b" stroke-width="10" opacity="0.6"><path d="M0 60 L1200 60"/><path d="M120 60 L120 700"/><path d="M1080 60 L1080 700"/></g>
    <rect y="150" width="1200" height="34" fill="#e6a52c"/>
    <rect x="420" y="184" width="150" height="46" rx="6" fill="#c98a18"/>
    <path d="M495 230 L495 350" stroke="#0d222b" stroke-width="8"/>
    <path d="M495 350 q-24 14 -6 36 q22 14 30 -8" fill="none" stroke="#0d222b" stroke-width="10" stroke-linecap="round"/>
    <rect y="660" width="1200" height="140" fill="#1b3a44"/>
    <path d="M0 720 L1200 720" stroke="#e6c22c" stroke-width="8" stroke-dasharray="60 40" opacity="0.8"/>
    <g fill="#24505c"><rect x="640" y="400" width="360" height="270" rx="14"/><rect x="680" y="340" width="280" height="80" rx="10"/></g>
    <rect x="720" y="500" width="200" height="26" rx="6" fill="#8fc7c9"/>
    <circle cx="690" cy="440" r="10" fill="#7ddc86"/><circle cx="725" cy="440" r="10" fill="#f2c14b"/>`,
} as const;

/** One of the sample company's pictures, as somebody would upload it. */
export async function drawPicture(name: ToldPicture): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">${DRAWINGS[name]}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
