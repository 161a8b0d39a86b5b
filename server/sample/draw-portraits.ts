import sharp from 'sharp';

/** What somebody looks like, as far as a drawing needs it. */
type Looks = {
  behind: string;
  skin: string;
  hair: string;
  cut: keyof typeof CUTS;
  clothes: string;
  glasses?: true;
  beard?: true;
};

/** Those of the sample company who show a photo; everybody else leaves it, as most do, at their initials. */
const PORTRAITS: Record<string, Looks> = {
  'Aylin Kaya': { behind: '#cfe3ea', skin: '#e3b38f', hair: '#3b2a25', cut: 'long', clothes: '#7d4b68' },
  'Leyla Demir': { behind: '#e9dcc9', skin: '#dba67f', hair: '#2b211f', cut: 'bun', clothes: '#25596b' },
  'Henrik Müller': {
    behind: '#d8dfd0',
    skin: '#efc7a8',
    hair: '#a9a5a0',
    cut: 'short',
    clothes: '#31415e',
    glasses: true,
  },
  'Nadia Azizi': {
    behind: '#ead3d3',
    skin: '#c98f68',
    hair: '#241c1c',
    cut: 'bob',
    clothes: '#5a6b3c',
    glasses: true,
  },
  'Inés García': { behind: '#d6d9ec', skin: '#e6b893', hair: '#6a4230', cut: 'curls', clothes: '#b0583f' },
  'Tomasz Wójcik': {
    behind: '#dfe6d8',
    skin: '#f0cbb0',
    hair: '#9a6f42',
    cut: 'short',
    clothes: '#3f6f63',
    beard: true,
  },
  'Jonas Böttger': { behind: '#e6e0ef', skin: '#f2cfb5', hair: '#c79a55', cut: 'side', clothes: '#4a5f96' },
  'Mara Süß-Lindemann': {
    behind: '#f0e2c8',
    skin: '#f0c9aa',
    hair: '#8a3f2a',
    cut: 'bob',
    clothes: '#2f5d50',
  },
  'Dirk Lauterbach': {
    behind: '#d3e2e0',
    skin: '#ecc0a0',
    hair: '#6f6a66',
    cut: 'bald',
    clothes: '#7a5a2f',
    beard: true,
  },
};

/** Hair behind the head, and before it. The head is an ellipse around (240, 215), 82 wide and 98 high to each side. */
const CUTS = {
  short: ['', 'M154 214 C138 68 342 68 326 214 C318 168 296 150 240 150 C184 150 162 168 154 214 Z'],
  side: [
    '',
    'M152 216 C132 66 350 62 328 216 C322 176 300 156 262 158 C222 160 190 142 182 150 C164 164 158 186 152 216 Z',
  ],
  bald: [
    '',
    'M155 222 C152 196 160 176 168 168 C164 190 164 206 160 224 Z M325 222 C328 196 320 176 312 168 C316 190 316 206 320 224 Z',
  ],
  long: [
    'M240 96 C120 92 130 250 126 372 L354 372 C350 250 360 92 240 96 Z',
    'M152 226 C134 62 346 62 328 226 C320 180 292 150 226 148 C186 158 160 184 152 226 Z',
  ],
  bob: [
    'M240 98 C122 94 132 220 138 306 C150 320 180 318 190 300 L290 300 C300 318 330 320 342 306 C348 220 358 94 240 98 Z',
    'M152 226 C134 62 346 62 328 226 C322 176 300 158 240 156 C180 158 158 176 152 226 Z',
  ],
  bun: [
    'M240 54 a46 46 0 1 0 0.1 0 Z M240 100 C150 98 144 190 152 250 L328 250 C336 190 330 98 240 100 Z',
    'M154 218 C138 64 342 64 326 218 C316 170 290 146 240 146 C190 146 164 170 154 218 Z',
  ],
  curls: [
    'M240 88 a60 60 0 0 1 74 34 a58 58 0 0 1 44 76 a56 56 0 0 1 -6 84 a48 48 0 0 1 -62 26 L190 308 a48 48 0 0 1 -62 -26 a56 56 0 0 1 -6 -84 a58 58 0 0 1 44 -76 a60 60 0 0 1 74 -34 Z',
    'M152 222 C138 66 342 66 328 222 C318 186 300 172 278 170 C258 182 228 182 208 170 C180 174 160 190 152 222 Z',
  ],
} as const;

/** The photo that somebody of the sample company would upload; null for those who would not. */
export async function drawPortrait(name: string): Promise<Buffer | null> {
  const looks = PORTRAITS[name];
  if (!looks) return null;
  return sharp(Buffer.from(svgOf(looks)))
    .png()
    .toBuffer();
}

// Drawn, as the pictures beside it: nobody's face, nobody's rights.
function svgOf({ behind, skin, hair, cut, clothes, glasses, beard }: Looks): string {
  const [back, front] = CUTS[cut];
  const shade = 'fill="#000" opacity="0.08"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="50 36 380 380">
    <rect width="480" height="480" fill="${behind}"/>
    <path d="${back}" fill="${hair}"/>
    <path d="M72 480 C76 388 150 352 240 352 C330 352 404 388 408 480 Z" fill="${clothes}"/>
    <path d="M202 290 L278 290 L284 356 C270 384 210 384 196 356 Z" fill="${skin}"/>
    <path d="M203 296 C220 322 260 322 277 296 L279 318 C260 340 220 340 201 318 Z" ${shade}/>
    <ellipse cx="156" cy="222" rx="13" ry="20" fill="${skin}"/><ellipse cx="324" cy="222" rx="13" ry="20" fill="${skin}"/>
    <ellipse cx="240" cy="215" rx="84" ry="98" fill="${skin}"/>
    ${beard ? `<path d="M158 226 C160 330 320 330 322 226 C312 262 290 268 240 268 C190 268 168 262 158 226 Z" fill="${hair}"/>` : ''}
    <path d="${front}" fill="${hair}"/>
    <g fill="#2c2625"><ellipse cx="208" cy="218" rx="7" ry="8"/><ellipse cx="272" cy="218" rx="7" ry="8"/></g>
    <g fill="none" stroke="#2c2625" stroke-width="5" stroke-linecap="round" opacity="0.55"><path d="M194 197 q14 -9 28 -2"/><path d="M258 195 q14 -7 28 2"/></g>
    <path d="M241 226 q8 18 -3 22" fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" opacity="0.18"/>
    <path d="M214 268 q26 20 52 0" fill="none" stroke="${beard ? '#f4e9e2' : '#8c3f38'}" stroke-width="6" stroke-linecap="round"/>
    ${glasses ? '<g fill="none" stroke="#2c2625" stroke-width="5"><circle cx="208" cy="218" r="25"/><circle cx="272" cy="218" r="25"/><path d="M233 216 q7 -5 14 0"/></g>' : ''}
  </svg>`;
}
