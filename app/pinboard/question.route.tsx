import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { SharedAnswerCard } from './shared-answer-card.tsx';
import { WithdrawConsent } from './withdraw-consent.tsx';

export const meta = titled((t) => t('questions.one'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  return { answer: await context.services.pinboard.sharedAnswer(actor, params.id ?? '') };
});

/** Takes one's consent back. */
export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  await context.services.pinboard.withdrawConsent(actor, params.id ?? '');
  throw redirect('/questions');
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** A question and its answer: what a link to one that is shared leads to, whoever may read the board. */
export default function QuestionPage() {
  const t = useT();
  const { answer } = useLoaderData<typeof loader>();
  return (
    <Page title={t('questions.one')}>
      <BackLink to="/questions" className="mx-4 mb-3 md:mx-0">
        {t('questions.all')}
      </BackLink>
      <SharedAnswerCard answer={answer} alone>
        {answer.mine && answer.shared && <WithdrawConsent questionId={answer.id} />}
      </SharedAnswerCard>
    </Page>
  );
}
