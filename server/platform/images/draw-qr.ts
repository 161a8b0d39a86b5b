import qrcode from 'qrcode-generator';

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A text as a QR code, drawn as SVG: dark on light also in dark mode, because many cameras read nothing else.
 * @throws RangeError for more than about 2,900 bytes, which no code holds.
 */
export function drawQr(text: string): string {
  // The library asks for bytes through this one function; its own takes every letter for one byte.
  qrcode.stringToBytes = (typed) => [...Buffer.from(typed)];
  const code = qrcode(0, 'L');
  code.addData(text, 'Byte');
  try {
    code.make();
  } catch {
    throw new RangeError('The text is too long for a QR code.');
  }
  const modules = code.getModuleCount();
  const size = modules + 2 * QUIET;
  let path = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
