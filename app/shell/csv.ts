type Rows = readonly (readonly string[])[];
type Language = 'en' | 'de';

/**
 * A table for a spreadsheet: UTF-8 that says so, also to Excel, and no cell that would run as a formula. A German Excel
 * parts columns at semicolons, the comma being its decimal sign, so whoever reads German gets those.
 */
export function csvResponse(fileName: string, rows: Rows, language: Language = 'en'): Response {
  return new Response(`\ufeff${toLines(rows, language)}`, { headers: headersOf(fileName) });
}

/** The same for a table that comes in pieces: it is sent as it is read. */
export function csvStream(
  fileName: string,
  pieces: AsyncIterable<Rows>,
  language: Language = 'en',
): Response {
  return new Response(toStream(pieces, language), { headers: headersOf(fileName) });
}

function toStream(pieces: AsyncIterable<Rows>, language: Language): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('\ufeff')),
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(toLines(value, language)));
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

function headersOf(fileName: string): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  };
}

function toLines(rows: Rows, language: Language): string {
  const separator = language === 'de' ? ';' : ',';
  return rows.map((cells) => `${cells.map(toCell).join(separator)}\r\n`).join('');
}

// A leading =, +, - or @ would run as a formula in a spreadsheet (OWASP, CSV injection); a plain number may be negative.
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
