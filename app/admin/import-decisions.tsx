import { Form, Link, useNavigation, useSubmit } from '@remix-run/react';
import { CircleCheck } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import type { DryRun, ProblemGroup } from '#server/domain/imports/import.view.ts';
import { describeItem, whereIs } from './import-words.ts';

/** Every kind of problem with its lines, and what is to be done about it. A choice is saved as it is made. */
export function ImportDecisions({ dryRun }: { dryRun: DryRun }) {
  const t = useT();
  const submit = useSubmit();
  const { problems, open } = dryRun;
  // The whole file is planned anew, which takes a moment where it is large.
  const busy = useNavigation().formData?.getAll('intent').at(-1) === 'suggest';
  if (problems.length === 0)
    return (
      <Card as="section" edgeToEdge className="flex items-center gap-2.5 text-ok">
        <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
        {t('import.decisionsNone')}
      </Card>
    );
  return (
    <Form
      method="post"
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
    >
      <input type="hidden" name="intent" value="remedies" />
      <Card as="section" aria-labelledby="decisions-title" edgeToEdge padded={false}>
        <div className="p-4 md:p-5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 id="decisions-title" className="text-lead font-semibold">
              {t('import.decisionsTitle')}
            </h2>
            <span role="status">
              <Badge tone={open.length > 0 ? 'warn' : 'ok'}>
                {open.length > 0
                  ? t('import.decisionsOpen', { count: open.length })
                  : t('import.decisionsDone')}
              </Badge>
            </span>
          </div>
          <p className="mt-1 text-meta text-soft">{t('import.decisionsText')}</p>
          {open.length > 0 && (
            <Button type="submit" name="intent" value="suggest" size="sm" className="mt-3" busy={busy}>
              {t('import.takeSuggestions')}
            </Button>
          )}
        </div>
        <div className="divide-y divide-line border-t border-line">
          {problems.map((group) => (
            <Problem key={`${group.kind} ${group.chosen}`} group={group} />
          ))}
        </div>
        <noscript>
          <div className="p-4">
            <Button type="submit">{t('import.saveDecisions')}</Button>
          </div>
        </noscript>
      </Card>
    </Form>
  );
}

function Problem({ group }: { group: ProblemGroup }) {
  const t = useT();
  return (
    <fieldset className="min-w-0 p-4 md:p-5">
      <legend className="float-start w-full">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{t(`import.problem_${group.kind}`)}</span>
          {group.chosen === null && <Badge tone="warn">{t('import.decisionOpen')}</Badge>}
        </span>
      </legend>
      <details className="clear-both pt-1">
        <summary className="flex min-h-6 w-fit cursor-pointer items-center rounded-sm text-meta text-brand-ink hover:underline">
          {t(group.kind === 'missing_from_file' ? 'import.problemsHere' : 'import.problemsLines', {
            count: group.count,
          })}
        </summary>
        <ProblemLines group={group} />
      </details>
      <div className="mt-2 flex flex-col gap-1.5">
        {group.remedies.map((remedy) => (
          <Checkbox
            key={remedy}
            kind="radio"
            name={`remedy:${group.kind}`}
            value={remedy}
            defaultChecked={group.chosen === remedy}
            label={
              <>
                {t(`import.remedy_${remedy}`)}
                {remedy === group.suggested && group.remedies.length > 1 && (
                  <span className="text-meta text-muted"> · {t('import.suggested')}</span>
                )}
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function ProblemLines({ group }: { group: ProblemGroup }) {
  const t = useT();
  return (
    <>
      <ul className="mt-1 flex flex-col gap-0.5 border-s-2 border-line ps-3 text-meta">
        {group.items.map((item) => (
          <li key={`${item.line} ${item.subject} ${item.other}`} className="break-words">
            <span className="text-muted tabular-nums">{whereIs(t, item)}</span>{' '}
            <bdi>{describeItem(t, group.kind, item)}</bdi>
          </li>
        ))}
      </ul>
      {group.count > group.items.length && (
        <Link
          to={`?all=${group.kind}`}
          preventScrollReset
          className="mt-1 inline-block rounded-sm ps-3 text-meta font-medium text-brand-ink hover:underline"
        >
          {t('import.problemsMore', { count: group.count })}
        </Link>
      )}
    </>
  );
}
