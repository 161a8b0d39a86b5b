import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CheckCheck, CircleHelp, SquareKanban } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Badge } from '#app/ui/badge.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { Owed } from '#server/domain/projects/project.view.ts';
import { OverdueBadge } from './overdue-badge.tsx';

export const meta = titled((t) => t('projects.owed'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) =>
  context.services.projects.owed(requireActor(context, request)),
);

/** What the reader owes others: statuses and answers. Nobody else can open it. */
export default function OwedPage() {
  const t = useT();
  const { statuses, questions } = useLoaderData<typeof loader>();
  return (
    <Page title={t('projects.owed')} intro={t('projects.owedIntro')}>
      {statuses.length + questions.length === 0 && (
        <EmptyState icon={CheckCheck} title={t('projects.owedNothing')}>
          {t('projects.owedNothingText')}
        </EmptyState>
      )}
      {statuses.length > 0 && (
        <Section id="statuses" title={t('projects.owedStatuses')}>
          {statuses.map((status) => (
            <StatusRow key={status.slug} status={status} />
          ))}
        </Section>
      )}
      {questions.length > 0 && (
        <Section id="questions" title={t('projects.owedQuestions')}>
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} />
          ))}
        </Section>
      )}
    </Page>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-6">
      <h2 id={id} className="mb-2 px-4 text-lead font-semibold md:px-0">
        {title}
      </h2>
      <Card edgeToEdge>
        <ul className="flex flex-col divide-y divide-line">{children}</ul>
      </Card>
    </section>
  );
}

const ROW = 'flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0';

function StatusRow({ status }: { status: Owed['statuses'][number] }) {
  const t = useT();
  const format = useFormat();
  const { awaited } = status;
  const when = format.due(awaited.at);
  return (
    <li className={ROW}>
      <SquareKanban aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <Link
          to={`/projects/${status.slug}`}
          className="font-semibold break-words hover:underline"
          dir="auto"
        >
          {status.name}
        </Link>
        <p className="text-meta text-muted">
          {t(awaited.due ? 'projects.dueSince' : 'projects.dueOn', { when })}
          {!status.asLead && ` · ${t('projects.asDeputy')}`}
        </p>
      </div>
      <OverdueBadge awaited={awaited} />
      <Link to={`/projects/${status.slug}/status/new`} className={buttonStyle({ size: 'sm' })}>
        {t('projects.writeStatus')}
      </Link>
    </li>
  );
}

function QuestionRow({ question }: { question: Owed['questions'][number] }) {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  const name = nameOf(question.asker);
  return (
    <li className={ROW}>
      <CircleHelp aria-hidden="true" className="size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-48">
        <Link to={question.to} className="font-semibold break-words hover:underline">
          {question.project
            ? t('projects.questionOn', { name, project: question.project })
            : t('feed.questionFrom', { name })}
        </Link>
        <p className="text-meta text-muted">{t('feed.answerDue', { when: format.due(question.dueAt) })}</p>
      </div>
      {question.late && <Badge tone="warn">{t('projects.answerLate')}</Badge>}
    </li>
  );
}
