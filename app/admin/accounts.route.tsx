import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { ChevronRight, Search, UserPlus, UsersRound } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { ROLE_NAMES } from './role-names.ts';
import { StateBadge } from './state-badge.tsx';

export const meta = titled((t) => t('admin.accounts'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 100);
  const filter = FILTERS.find(({ value }) => value === searchParams.get('show'))?.value ?? 'all';
  const after = searchParams.get('after');
  const page = await context.services.identity.listAccounts(actor, { search, filter, after });
  const mayAdd = actor.role === 'administrator' || actor.role === 'people_operations';
  return { ...page, search, filter, first: after === null, mayAdd };
});

const FILTERS = [
  { value: 'all', label: 'admin.showAll' },
  { value: 'none', label: 'admin.stateNone' },
  { value: 'invited', label: 'admin.stateInvited' },
  { value: 'active', label: 'admin.stateActive' },
  { value: 'suspended', label: 'admin.stateSuspended' },
  { value: 'ended', label: 'admin.stateEnded' },
  { value: 'staff', label: 'admin.showStaff' },
] as const;

export default function Accounts() {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  const { rows, next, search, filter, first, mayAdd } = useLoaderData<typeof loader>();
  const more = new URLSearchParams({ q: search, show: filter, after: next ?? '' });
  return (
    <Page
      title={t('admin.accounts')}
      intro={t('admin.accountsIntro')}
      actions={
        mayAdd && (
          <Link to="/admin/accounts/new" className={buttonStyle({ look: 'primary' })}>
            <UserPlus aria-hidden="true" />
            {t('admin.addPerson')}
          </Link>
        )
      }
    >
      <Form role="search" className="mb-4 flex flex-wrap gap-2 px-4 md:px-0">
        <TextInput
          type="search"
          name="q"
          aria-label={t('admin.searchAccounts')}
          placeholder={t('admin.searchAccounts')}
          defaultValue={search}
          className="min-w-40 flex-1 basis-52 max-sm:basis-full"
        />
        <Select
          key={filter}
          name="show"
          aria-label={t('admin.show')}
          defaultValue={filter}
          className="w-48 max-sm:flex-1"
        >
          {FILTERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </Select>
        <Button type="submit" className="h-10">
          <Search aria-hidden="true" />
          {t('common.search')}
        </Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('admin.nobodyFound')}>
          {t('admin.nobodyFoundText')}
        </EmptyState>
      ) : (
        <Card edgeToEdge padded={false}>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <li key={row.person.id}>
                <Link
                  to={`/admin/accounts/${row.person.handle}`}
                  className="flex items-center gap-3 px-4 py-3 transition-colors hover:bg-sunk"
                >
                  <PersonAvatar person={row.person} />
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span dir="auto" className="font-semibold break-words">
                        {nameOf(row.person)}
                      </span>
                      {row.role && row.role !== 'employee' && (
                        <span className="text-meta text-muted">{t(ROLE_NAMES[row.role])}</span>
                      )}
                    </span>
                    <span className="block truncate text-meta text-muted">
                      {[row.email, row.personnelNumber, row.siteName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span className="flex shrink-0 flex-col items-end gap-1">
                    <StateBadge state={row.state} />
                    {row.endsOn && row.state !== 'ended' && (
                      <span className="text-mini text-muted">
                        {t('admin.endsOn', { date: format.date(row.endsOn) })}
                      </span>
                    )}
                  </span>
                  <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="mt-4 flex justify-center gap-3 px-4">
        {!first && (
          <Link to="?" className={buttonStyle()}>
            {t('admin.fromTheStart')}
          </Link>
        )}
        {next && (
          <Link to={`?${more}`} className={buttonStyle()}>
            {t('common.loadMore')}
          </Link>
        )}
      </p>
    </Page>
  );
}
