type Kept = { storageKey: string; widths: readonly number[] };

/** Where one width of a picture is kept, as WebP or as AVIF. */
export function pictureKey({ storageKey }: Kept, width: number, as: 'webp' | 'avif'): string {
  return as === 'avif' ? `avif-${width}-${storageKey}` : `${width}-${storageKey}`;
}

/** Where a picture is kept almost without loss, until it is drawn as AVIF. */
export function masterKey({ storageKey }: Kept): string {
  return `master-${storageKey}`;
}

/** Every place where bytes of a file are, or may be: what is removed with it. */
export function storageKeys(file: Kept): string[] {
  const { storageKey, widths } = file;
  if (widths.length === 0) return [storageKey];
  const drawn = widths.flatMap((width) => [pictureKey(file, width, 'webp'), pictureKey(file, width, 'avif')]);
  return [...drawn, masterKey(file)];
}
