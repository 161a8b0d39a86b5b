/** Where the bytes of a file are kept: one place a width of a picture, one for anything else. */
export function storageKeys(file: { storageKey: string; widths: readonly number[] }): string[] {
  if (file.widths.length === 0) return [file.storageKey];
  return file.widths.map((width) => `${width}-${file.storageKey}`);
}
