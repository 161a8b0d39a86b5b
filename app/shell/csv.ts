/** A table for a spreadsheet: UTF-8 that says so, also to Excel, and no cell that would run as a formula. */
export function csvResponse(fileName: string, rows: readonly (readonly string[])[]): Response {
  return new Response(`\ufeff${rows.map(toLine).join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function toLine(cells: readonly string[]): string {
  return cells.map(toCell).join(',');
}

// A leading =, +, - or @ would run as a formula in a spreadsheet (OWASP, CSV injection).
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
