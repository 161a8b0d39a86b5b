import type { LoaderFunctionArgs } from '@remix-run/node';
import { toLocale } from '#app/messages/locale.ts';
import { csvResponse } from '#app/shell/csv.ts';
import { createT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** A poll's results for its author; with names where the poll is open. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const t = createT(toLocale(context.locale.language, context.locale.tone));
  const results = await context.services.conversation.pollResults(actor, params.entryId ?? '');
  const head = [t('conversation.pollOption'), t('conversation.pollVotes'), t('conversation.pollNames')];
  const rows = results.map(({ option, votes, names }) => [option, String(votes), names.join('; ')]);
  return csvResponse('flurfunk-poll.csv', [head, ...rows], context.locale.language);
});
