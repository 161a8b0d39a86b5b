import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { CircleHelp, MessageCircleQuestion } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Tab, Tabs } from '#app/ui/tabs.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { SharedAnswer } from '#server/domain/pinboard/shared-answer.view.ts';
import { AnswerFigures } from './answer-figures.tsx';
import { pinAction } from './pin-action.ts';
import { PinCard } from './pin-card.tsx';
import { QuestionPages } from './question-pages.tsx';
import { SharedAnswerCard } from './shared-answer-card.tsx';
import { usePinActions } from './use-pin-actions.ts';
import { WithdrawConsent } from './withdraw-consent.tsx';

export const meta = titled((t) => t('questions.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { pinboard } = context.services;
  const params = new URL(request.url).searchParams;
  const after = params.get('after');
  const figures = await pinboard.answerFigures(actor);
  const common = { after, figures, next: null };
  switch (params.get('view')) {
    case 'answer':
      return { ...common, view: 'answer' as const, ...(await pinboard.questionsForMe(actor, after)) };
    case 'asked':
      return { ...common, view: 'asked' as const, ...(await pinboard.questionsByMe(actor, after)) };
    case 'figures':
      if (figures) return { ...common, view: 'figures' as const };
      break;
  }
  return { ...common, view: 'known' as const, ...(await pinboard.sharedAnswers(actor, after)) };
});

export const action = withErrors(pinAction);

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** What is frequently asked, what waits for the reader, and what they have asked. */
export default function QuestionsPage() {
  const t = useT();
  const loaded = useLoaderData<typeof loader>();
  const { view, after, next, figures } = loaded;
  const address = view === 'known' ? '/questions' : `/questions?view=${view}`;
  return (
    <Page title={t('questions.title')} intro={t('questions.intro')}>
      <Tabs label={t('questions.views')} className="mx-4 mb-4 md:mx-0">
        <Tab to="/questions" active={view === 'known'}>
          {t('questions.known')}
        </Tab>
        <Tab to="/questions?view=answer" active={view === 'answer'}>
          {t('questions.toAnswer')}
        </Tab>
        <Tab to="/questions?view=asked" active={view === 'asked'}>
          {t('questions.asked')}
        </Tab>
        {figures && (
          <Tab to="/questions?view=figures" active={view === 'figures'}>
            {t('questions.figures')}
          </Tab>
        )}
      </Tabs>
      {loaded.view === 'known' && <Known answers={loaded.answers} />}
      {loaded.view === 'figures' && <AnswerFigures figures={figures ?? []} />}
      {(loaded.view === 'answer' || loaded.view === 'asked') && (
        <Pins pins={loaded.pins} view={loaded.view} address={address} />
      )}
      <QuestionPages address={address} older={after !== null} next={next} />
    </Page>
  );
}

function Known({ answers }: { answers: SharedAnswer[] }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-3">
      <Form method="get" action="/search" role="search" className="mx-4 flex gap-2 md:mx-0">
        <input type="hidden" name="kind" value="question" />
        <TextInput
          name="q"
          type="search"
          maxLength={200}
          aria-label={t('questions.search')}
          placeholder={t('questions.searchPlaceholder')}
          className="min-w-0 flex-1"
        />
        <Button type="submit">{t('questions.searchIt')}</Button>
      </Form>
      {answers.length === 0 && (
        <EmptyState icon={CircleHelp} title={t('questions.knownEmpty')}>
          {t('questions.knownEmptyHint')}
        </EmptyState>
      )}
      {answers.map((answer) => (
        <SharedAnswerCard key={answer.id} answer={answer}>
          {answer.mine && <WithdrawConsent questionId={answer.id} />}
        </SharedAnswerCard>
      ))}
    </div>
  );
}

function Pins({ pins, view, address }: { pins: PinView[]; view: 'answer' | 'asked'; address: string }) {
  const t = useT();
  if (pins.length === 0) {
    const words = view === 'answer' ? 'toAnswer' : 'asked';
    return (
      <EmptyState
        icon={MessageCircleQuestion}
        title={t(`questions.${words}Empty`)}
        action={
          view === 'asked' && (
            <Link to="/people" className={buttonStyle()}>
              {t('questions.toPeople')}
            </Link>
          )
        }
      >
        {t(`questions.${words}EmptyHint`)}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {pins.map((pin) => (
        <ListedPin key={pin.entry.id} pin={pin} action={address} />
      ))}
    </div>
  );
}

function ListedPin({ pin, action }: { pin: PinView; action: string }) {
  const { revalidate } = useRevalidator();
  const send = usePinActions(pin.owner.id, revalidate);
  return <PinCard pin={pin} namesBoard action={action} send={send} onChanged={revalidate} />;
}
