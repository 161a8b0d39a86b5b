import type { ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Marks the feed read up to a moment (`upTo`), or unread again from one on (`unreadFrom`). */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  const form = await request.formData();
  const upTo = moment(form.get('upTo'));
  const unreadFrom = moment(form.get('unreadFrom'));
  if (upTo) await feed.markRead(actor, upTo);
  if (unreadFrom) await feed.markUnread(actor, unreadFrom);
  return Response.json({ ok: true });
});

function moment(value: FormDataEntryValue | null): Date | null {
  const at = new Date(String(value));
  return Number.isNaN(at.getTime()) ? null : at;
}
