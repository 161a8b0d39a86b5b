/** The kinds of picture that are taken; SVG is none of them: it may hold scripts. */
export type ImageKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/**
 * What the first bytes say a file is, whatever its name claims; null for anything but a picture we take. Magic numbers:
 * https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern, and ISO/IEC 23000-22 for AVIF.
 */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1');
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 14) === 'WEBPVP') return 'webp';
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 32))) return 'avif';
  return null;
}
