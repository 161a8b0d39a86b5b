/**
 * A table for a spreadsheet: UTF-8 that says so, also to Excel, and no cell that would run as a formula. A German Excel
 * parts columns at semicolons, the comma being its decimal sign, so whoever reads German gets those.
 */
export function csvResponse(
  fileName: string,
  rows: readonly (readonly string[])[],
  language: 'en' | 'de' = 'en',
): Response {
  const separator = language === 'de' ? ';' : ',';
  const lines = rows.map((cells) => cells.map(toCell).join(separator));
  return new Response(`\ufeff${lines.join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}

// A leading =, +, - or @ would run as a formula in a spreadsheet (OWASP, CSV injection); a plain number may be negative.
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
