import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** The rows of an import for a spreadsheet. */
export const loader = withProblems(async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { fileName, rows } = await context.services.imports.rows(actor, params.id ?? '');
  const name = `flurfunk-${fileName.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/\.[a-z]+$/i, '')}.csv`;
  return new Response(`\ufeff${rows.map(toLine).join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});

function toLine(cells: string[]): string {
  return cells.map(toCell).join(',');
}

// A leading =, +, - or @ would run as a formula in a spreadsheet (OWASP, CSV injection).
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
