import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Newspaper, Users } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FeedList } from './feed-list.tsx';

export const meta = titled<{ unit: { name: string } }>((_t, { unit }) => unit.name);

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const unit = await context.services.organisation.unitPage(actor, params.id ?? '');
  const cursor = new URL(request.url).searchParams.get('cursor');
  return { unit, feed: await context.services.feed.inAudience(actor, unit.audienceId, cursor) };
});

/** What is written for a unit and on the boards of its people, as far as the reader may read it. */
export default function Unit() {
  const t = useT();
  const { unit, feed } = useLoaderData<typeof loader>();
  const address = `/units/${unit.id}`;
  return (
    <Page
      title={unit.name}
      intro={
        <>
          {unit.parent && (
            <>
              {t('projects.partOf')}{' '}
              <Link to={`/units/${unit.parent.id}`} className="inline-block min-h-6 hover:underline">
                {unit.parent.name}
              </Link>{' '}
              ·{' '}
            </>
          )}
          {[unit.site, t('projects.members', { count: unit.memberCount })].filter(Boolean).join(' · ')}
        </>
      }
      actions={
        <Link to={`/people?unit=${unit.id}`} prefetch="intent" className={buttonStyle()}>
          <Users aria-hidden="true" />
          {t('people.ofUnit')}
        </Link>
      }
    >
      <p className="mb-4 px-4 text-meta text-muted md:px-0">
        {t(unit.member ? 'people.unitMember' : 'people.unitStranger')}
      </p>
      {feed.items.length === 0 ? (
        <Card>
          <EmptyState icon={Newspaper} title={t('people.unitEmpty')} />
        </Card>
      ) : (
        <FeedList
          key={unit.id}
          first={feed}
          list={{ in: unit.audienceId }}
          pageAddress={(cursor) => `${address}?cursor=${cursor}`}
        />
      )}
    </Page>
  );
}
