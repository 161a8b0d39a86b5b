import type { Format } from '#app/shell/format.ts';
import type { Translate } from '#app/shell/i18n.tsx';
import type { Palette } from './palette.ts';

/** For whom a picture is drawn: in which words and colours, and with whom in focus. */
export type Reader = { t: Translate; format: Format; palette: Palette; focusId: string | null };
