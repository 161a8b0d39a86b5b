import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { StandsIn } from '#app/organisation/stands-in.tsx';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { PersonLink } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Card } from '#app/ui/card.tsx';
import type { ProfileFieldView } from '#server/domain/people/profile-fields.ts';
import { FIELD_LABELS, VISIBILITY_LABELS } from './field-labels.ts';
import { PastSeats } from './past-seats.tsx';
import { Tags } from './tags.tsx';
import { useHours } from './use-hours.ts';

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const profile = await context.services.people.profile(actor, params.handle ?? '');
  const { organisation } = context.services;
  const [seats, before] = await Promise.all([
    profile.former ? [] : organisation.positionsOf(actor, profile.person.id),
    organisation.pastSeatsOf(actor, profile.person.id),
  ]);
  return { profile, seats, before };
});

export default function About() {
  const { profile, seats, before } = useLoaderData<typeof loader>();
  const t = useT();
  const format = useFormat();
  const hoursOf = useHours();
  const { manager, fields, joinedOn, site } = profile;
  const empty = seats.length + before.length + fields.length === 0 && !joinedOn && !site && !profile.hours;
  if (empty) {
    return (
      <Card edgeToEdge>
        <p className="text-soft">{t('people.nothingToSee')}</p>
      </Card>
    );
  }
  return (
    <Card edgeToEdge>
      <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
        {seats.length > 0 && (
          <Line label={t('people.positions', { count: seats.length })}>
            <ul className="flex flex-col gap-2">
              {seats.map((seat) => (
                <li key={seat.assignmentId}>
                  <Link
                    to={`/org?chart=${seat.chart.id}&focus=${seat.positionId}`}
                    className="rounded-sm font-medium break-words hover:underline"
                  >
                    {seat.title || seat.chart.name}
                  </Link>
                  <p className="text-meta text-muted">
                    <Dotted
                      parts={[
                        seat.chart.kind === 'project' ? seat.chart.name : seat.unit,
                        seat.site,
                        seat.share < 100 && format.percent(seat.share / 100),
                      ]}
                    />
                  </p>
                  <StandsIn seat={seat} />
                </li>
              ))}
            </ul>
          </Line>
        )}
        {manager && (
          <Line label={t('people.manager')}>
            <PersonLink person={manager.person} />
            <p className="text-meta text-muted">{manager.title}</p>
          </Line>
        )}
        {fields.map((field) => (
          <Line key={field.key} label={labelOf(field, t)}>
            <Value field={field} />
            {field.visibility && (
              <p className="mt-0.5 text-meta text-muted">{t(VISIBILITY_LABELS[field.visibility])}</p>
            )}
          </Line>
        ))}
        {site && (
          <Line label={t('people.location')}>
            {site.name} <span className="text-muted">· {profile.timeZone.replaceAll('_', ' ')}</span>
          </Line>
        )}
        {profile.hours && <Line label={t('people.hours')}>{hoursOf(profile.hours)}</Line>}
        {joinedOn && <Line label={t('people.joined')}>{format.month(joinedOn)}</Line>}
        {before.length > 0 && (
          <Line label={t('people.before')}>
            <PastSeats seats={before} />
          </Line>
        )}
      </dl>
    </Card>
  );
}

function labelOf(field: ProfileFieldView, t: ReturnType<typeof useT>): string {
  const known = FIELD_LABELS[field.key];
  return field.label ?? (known ? t(known) : field.key);
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-meta font-medium text-muted sm:pt-0.5">{label}</dt>
      <dd className="-mt-3 min-w-0 break-words sm:mt-0">{children}</dd>
    </div>
  );
}

function Value({ field }: { field: ProfileFieldView }) {
  const value = field.values[0] ?? '';
  const link = 'rounded-sm break-all text-brand-ink hover:underline';
  if (field.key === 'email') {
    return (
      <a href={`mailto:${value}`} className={link}>
        {value}
      </a>
    );
  }
  if (field.key === 'phone' || field.key === 'mobile') {
    return (
      <a href={`tel:${value.replace(/[^\d+]/g, '')}`} className={link} dir="ltr">
        {value}
      </a>
    );
  }
  if (field.values.length > 1) return <Tags values={field.values} />;
  return <span dir="auto">{value}</span>;
}
