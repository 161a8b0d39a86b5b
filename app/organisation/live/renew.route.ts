import type { ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { leadsOf } from '../organisation-page.ts';

/** What a page shows of a chart, anew. Changes nothing; it is sent as a form because there may be more ids than an address holds. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const textOf = (name: string) => String(form.get(name) ?? '');
  const renewed = await context.services.organisation.renew(actor, {
    chart: textOf('chart'),
    on: textOf('on') || null,
    since: textOf('since') || null,
    ids: textOf('ids').split(','),
    whole: textOf('whole').split(','),
  });
  return Response.json({ ...renewed, leads: await leadsOf(context.services, actor, renewed.cards) });
});
