import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Bookmark } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FeedList } from './feed-list.tsx';

export { shouldRevalidate } from './should-revalidate.ts';

export const meta = titled((t) => t('feed.savedTitle'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const cursor = new URL(request.url).searchParams.get('cursor');
  return { feed: await context.services.feed.saved(actor, cursor) };
});

const SAVED = { of: 'saved' };

/** What I keep for later. */
export default function SavedPage() {
  const t = useT();
  const { feed } = useLoaderData<typeof loader>();
  return (
    <Page title={t('feed.savedTitle')}>
      {feed.items.length === 0 ? (
        <Card>
          <EmptyState icon={Bookmark} title={t('feed.savedEmptyTitle')}>
            {t('feed.savedEmptyText')}
          </EmptyState>
        </Card>
      ) : (
        <FeedList first={feed} list={SAVED} pageAddress={(cursor) => `/saved?cursor=${cursor}`} />
      )}
    </Page>
  );
}
