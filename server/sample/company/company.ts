import { BOARD_AND_FINANCE } from './board-and-finance.ts';
import type { SiteKey, Unit } from './company.types.ts';
import { DIGITAL } from './digital.ts';
import { HAMBURG_HALLS } from './hamburg-halls.ts';
import { PEOPLE_AND_MARKETS } from './people-and-markets.ts';
import { ROSTOCK_AND_SCHWEINFURT } from './rostock-and-schweinfurt.ts';

export const COMPANY_NAME = 'Hansa Werke';

/** Hamburg, the head office with its gear works; Rostock with foundry and heavy assembly; Schweinfurt with small drives. */
export const SITES: readonly { key: SiteKey; name: string; region: string }[] = [
  { key: 'hamburg', name: 'Hamburg', region: 'DE-HH' },
  { key: 'rostock', name: 'Rostock', region: 'DE-MV' },
  { key: 'schweinfurt', name: 'Schweinfurt', region: 'DE-BY' },
];

/** Every unit, a parent before its parts. */
export const UNITS: readonly Unit[] = [
  ...BOARD_AND_FINANCE,
  ...DIGITAL,
  ...HAMBURG_HALLS,
  ...ROSTOCK_AND_SCHWEINFURT,
  ...PEOPLE_AND_MARKETS,
];
