import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/shell/csv.ts';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** The rows of an import for a spreadsheet. */
export const loader = withProblems(async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { fileName, rows } = await context.services.imports.rows(actor, params.id ?? '');
  const name = `flurfunk-${fileName.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/\.[a-z]+$/i, '')}.csv`;
  return csvResponse(name, rows, context.locale.language);
});
