import { Form } from '@remix-run/react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ModerationPage } from '#server/domain/conversation/moderation/moderation-page.ts';
import type { SuspensionView } from '#server/domain/conversation/moderation/suspension.queries.ts';
import { ListPages } from './list-pages.tsx';
import type { Refused } from './moderation-action.ts';

type Props = {
  suspensions: ModerationPage<SuspensionView>;
  failed: Refused | undefined;
};

/** Who may not write for a while, and taking that right from somebody. */
export function ModerationSuspensions({ suspensions, failed }: Props) {
  const t = useT();
  const mine = failed?.values.intent === 'suspend' ? failed : undefined;
  const errorOf = useFieldError(mine?.errors);
  return (
    <section aria-labelledby="moderation-suspensions" className="mt-8">
      <h2 id="moderation-suspensions" className="mb-2 px-4 text-lead font-semibold md:px-0">
        {t('moderation.suspensions')}
      </h2>
      <Card edgeToEdge>
        <p className="mb-3 text-meta text-soft">{t('moderation.suspendIntro')}</p>
        <Form method="post" className="flex flex-wrap items-start gap-3">
          <Field label={t('moderation.suspendWho')} error={errorOf('handle')} className="w-44 max-sm:w-full">
            <TextInput
              name="handle"
              required
              maxLength={80}
              autoComplete="off"
              defaultValue={mine?.values.handle}
            />
          </Field>
          <Field label={t('moderation.suspendDays')} error={errorOf('days')} className="w-36">
            <TextInput
              name="days"
              type="number"
              min={1}
              max={30}
              required
              defaultValue={mine?.values.days ?? '3'}
            />
          </Field>
          <Field
            label={t('moderation.reason')}
            error={errorOf('reason')}
            className="min-w-52 flex-1 max-sm:basis-full"
          >
            <TextInput name="reason" required maxLength={500} defaultValue={mine?.values.reason} />
          </Field>
          <Button type="submit" name="intent" value="suspend" look="danger" className="mt-6 max-sm:mt-0">
            {t('moderation.suspend')}
          </Button>
        </Form>
        {suspensions.items.length === 0 ? (
          <p className="mt-4 text-muted">{t('moderation.noSuspensions')}</p>
        ) : (
          <ul className="mt-4 divide-y divide-line">
            {suspensions.items.map((one) => (
              <SuspensionLine key={one.id} suspension={one} />
            ))}
          </ul>
        )}
      </Card>
      <ListPages param="suspensions" next={suspensions.next} headingId="moderation-suspensions" />
    </section>
  );
}

function SuspensionLine({ suspension }: { suspension: SuspensionView }) {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  const { person, by, until, running, liftedAt } = suspension;
  const state = liftedAt ? t('moderation.suspensionLifted') : t('moderation.suspensionEnded');
  return (
    <li className="flex flex-wrap items-center gap-3 py-2.5">
      <PersonAvatar person={person} size="sm" />
      <div className="min-w-0 flex-1">
        <p>
          {t('moderation.suspensionLine', { name: nameOf(person), until: format.dateTime(until) })}
          <span className="text-meta text-muted">
            {' · '}
            {t('moderation.suspensionBy', { name: nameOf(by) })}
            {!running && ` · ${state}`}
          </span>
        </p>
        <p className="text-meta text-soft" dir="auto">
          {suspension.reason}
        </p>
      </div>
      {suspension.mayLift && (
        <Form method="post">
          <input type="hidden" name="suspensionId" value={suspension.id} />
          <Button type="submit" name="intent" value="lift">
            {t('moderation.lift')}
          </Button>
        </Form>
      )}
    </li>
  );
}
