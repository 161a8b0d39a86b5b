import type { MessageKey } from '#app/messages/subjects.ts';

/** The states whose public holidays Flurfunk knows (ISO 3166-2), each with its name's key. */
export const REGION_NAMES: readonly { code: string; name: MessageKey }[] = [
  { code: 'DE-BW', name: 'setup.regionBW' },
  { code: 'DE-BY', name: 'setup.regionBY' },
  { code: 'DE-BE', name: 'setup.regionBE' },
  { code: 'DE-BB', name: 'setup.regionBB' },
  { code: 'DE-HB', name: 'setup.regionHB' },
  { code: 'DE-HH', name: 'setup.regionHH' },
  { code: 'DE-HE', name: 'setup.regionHE' },
  { code: 'DE-MV', name: 'setup.regionMV' },
  { code: 'DE-NI', name: 'setup.regionNI' },
  { code: 'DE-NW', name: 'setup.regionNW' },
  { code: 'DE-RP', name: 'setup.regionRP' },
  { code: 'DE-SL', name: 'setup.regionSL' },
  { code: 'DE-SN', name: 'setup.regionSN' },
  { code: 'DE-ST', name: 'setup.regionST' },
  { code: 'DE-SH', name: 'setup.regionSH' },
  { code: 'DE-TH', name: 'setup.regionTH' },
];
