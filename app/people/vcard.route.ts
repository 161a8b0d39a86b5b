import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** A colleague as a contact card, with what this reader may see. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const card = await context.services.people.vcard(actor, params.handle ?? '', context.config.companyName);
  return new Response(card.text, {
    headers: {
      'Content-Type': 'text/vcard; charset=utf-8',
      'Content-Disposition': `attachment; filename="${card.fileName.replace(/[^\w.-]/g, '_')}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
