import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Newspaper } from 'lucide-react';
import { FeedList } from '#app/feed/feed-list.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { useProfile } from './profile-context.ts';

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const personId = await context.services.people.idOf(actor, params.handle ?? '');
  const cursor = new URL(request.url).searchParams.get('cursor');
  return { feed: await context.services.feed.byPerson(actor, personId, cursor) };
});

/** What this person has published, as far as the reader may read it. */
export default function Posts() {
  const { feed } = useLoaderData<typeof loader>();
  const { profile } = useProfile();
  const t = useT();
  if (feed.items.length === 0) {
    return (
      <EmptyState icon={Newspaper} title={t('people.noPosts')}>
        {t('people.noPostsHint', { name: profile.shortName || t('common.nameWithheld') })}
      </EmptyState>
    );
  }
  const address = `/people/${profile.person.handle}/posts`;
  return (
    <section aria-labelledby="posts-title">
      <h2 id="posts-title" className="sr-only">
        {t('people.tabPosts')}
      </h2>
      <FeedList
        key={profile.person.id}
        first={feed}
        list={{ of: profile.person.id }}
        pageAddress={(cursor) => `${address}?cursor=${cursor}`}
      />
    </section>
  );
}
