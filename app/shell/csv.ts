/** A table for a spreadsheet: UTF-8 that says so, also to Excel, and no cell that would run as a formula. */
export function csvResponse(fileName: string, rows: readonly (readonly string[])[]): Response {
  return new Response(`\ufeff${rows.map(toLine).join('\r\n')}\r\n`, { headers: headersOf(fileName) });
}

/** The same for a table that comes in pieces: it is sent as it is read. */
export function csvStream(fileName: string, pieces: AsyncIterable<readonly (readonly string[])[]>): Response {
  return new Response(toStream(pieces), { headers: headersOf(fileName) });
}

function toStream(pieces: AsyncIterable<readonly (readonly string[])[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('\ufeff')),
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map((row) => `${toLine(row)}\r\n`).join('')));
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

function toLine(cells: readonly string[]): string {
  return cells.map(toCell).join(',');
}

// A leading =, +, - or @ would run as a formula in a spreadsheet (OWASP, CSV injection).
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
