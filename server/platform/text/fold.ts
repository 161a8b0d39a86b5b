/** Nothing to fold but case and space: most of a long file. */
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Folds a text for comparing, ordering and searching: ä→ae, ö→oe, ü→ue, ß→ss (as CLDR's German
 * de-ASCII does), other accents dropped, lower case, white space collapsed. `suess` meets `Süß`.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim();
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Also drops the umlaut's e: `muller` for `Müller`, for readers who type without any. */
export function foldLoose(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();
}
