import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { UUID } from '#server/domain/feed/feed-view.schema.ts';

/** More than a page has; who sends more has something else in mind. */
const MOST = 200;

/**
 * Marks the feed read up to a moment (`upTo`), unread again from one on (`unreadFrom`), single items read (`items`) or
 * what was opened (`opened`, an entry); `visit` is when the newest item in sight was published.
 */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  const form = await request.formData();
  const upTo = moment(form.get('upTo'));
  const unreadFrom = moment(form.get('unreadFrom'));
  const visit = moment(form.get('visit'));
  const items = ids(form.get('items'));
  const [opened] = ids(form.get('opened'));
  if (upTo) await feed.markRead(actor, upTo);
  if (unreadFrom) await feed.markUnread(actor, unreadFrom);
  if (visit) await feed.noteVisit(actor, visit);
  if (items.length > 0) await feed.markItemsRead(actor, items);
  if (opened) await feed.markOpened(actor, opened);
  // Without JavaScript it was a button on the feed.
  if (!request.headers.get('Accept')?.includes('json')) return redirect('/');
  return Response.json({ ok: true });
});

function moment(value: FormDataEntryValue | null): Date | null {
  const at = new Date(String(value));
  return Number.isNaN(at.getTime()) ? null : at;
}

function ids(value: FormDataEntryValue | null): string[] {
  return String(value ?? '')
    .split(',')
    .filter((id) => UUID.test(id))
    .slice(0, MOST);
}
