import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { CircleCheckBig, Newspaper } from 'lucide-react';
import { useMemo } from 'react';
import { SuspensionNote } from '#app/conversation/comments/thread-note.tsx';
import { Composer } from '#app/feed/composer/composer.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { namesFeedView, readFeedView, writeFeedView } from '#server/domain/feed/feed-view.schema.ts';
import { postSchema } from '#server/domain/feed/post.schema.ts';
import { FeedFilters } from './feed-filters.tsx';
import { FeedList } from './feed-list.tsx';
import { FeedRail } from './feed-rail.tsx';
import { NeedsFold } from './needs-fold.tsx';
import { NewPostsPill } from './new-posts-pill.tsx';
import { useNoteVisit } from './use-note-visit.ts';
import { viewFilter } from './view-filter.ts';

export const meta = titled((t) => t('feed.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  const search = new URL(request.url).searchParams;
  const cursor = search.get('cursor');
  const view = readFeedView(namesFeedView(search) ? search : new URLSearchParams(actor.feedView ?? ''));
  const openedAt = new Date().toISOString();
  const options = viewFilter(view);
  if (cursor) return { feed: await feed.page(actor, { cursor, ...options }), view, home: null };
  const pinned = view.order !== 'unread' && !view.kind && !view.audience;
  // Asked together: what one page asks at once goes to the database in one piece.
  const [front, newSince, audiences, voices, streams, rail] = await Promise.all([
    context.timing.measure('feed', () => feed.front(actor, { ...options, pinned })),
    feed.newSince(actor),
    feed.audienceChoices(actor),
    feed.voiceChoices(actor),
    feed.streams(actor, view.audience ?? undefined),
    feed.rail(actor),
  ]);
  const home = {
    newSince,
    audiences,
    voices,
    streams,
    rail,
    top: front.top,
    openedAt,
    key: context.requestId,
    terminal: actor.terminal,
    timeZone: actor.timeZone,
  };
  return { feed: front.feed, view, home };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(postSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    await context.services.feed.publishPost(actor, parsed.value);
  } catch (error) {
    return data({ errors: fieldErrors(error), values: typedTexts(form) }, { status: 400 });
  }
  throw redirect('/');
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

export { shouldRevalidate } from './should-revalidate.ts';

export default function FeedPage() {
  const t = useT();
  const { feed, view, home } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const frame = useRouteLoaderData<typeof rootLoader>('root')?.frame;
  const latest = view.order === 'latest';
  useNoteVisit(home && latest && !view.kind && !view.audience ? (feed.items[0]?.at ?? null) : null);
  const address = writeFeedView(view).toString();
  const list = useMemo(() => Object.fromEntries(new URLSearchParams(address)), [address]);
  const pageAddress = (cursor: string) => `/?index&${address}&cursor=${cursor}`;
  if (!frame) return null;
  const me = {
    id: frame.me.personId,
    handle: frame.me.handle,
    name: frame.me.displayName,
    photo: frame.me.photoUrl,
  };
  return (
    <Page rail={home ? <FeedRail rail={home.rail} /> : undefined}>
      <h1 className="sr-only">{t('feed.title')}</h1>
      {home && <SuspensionNote className="mx-4 md:mx-0" />}
      {home && <NeedsFold rail={home.rail} />}
      {home && home.audiences.length > 0 && (
        <Composer
          me={me}
          companyName={frame.companyName}
          audiences={home.audiences}
          voices={home.voices}
          idempotencyKey={home.key}
          terminal={home.terminal}
          timeZone={home.timeZone}
          failed={failed}
        />
      )}
      {home && <FeedFilters streams={home.streams} view={view} openedAt={home.openedAt} />}
      {home && (
        <NewPostsPill
          newest={latest ? (feed.items[0]?.at ?? null) : home.openedAt}
          activity={view.order === 'activity'}
          me={me.id}
        />
      )}
      {feed.items.length === 0 ? (
        <Card>
          {view.order === 'unread' || view.kind || view.audience ? (
            <EmptyState
              icon={CircleCheckBig}
              title={t(view.order === 'unread' ? 'feed.end' : 'feed.nothingOfThis')}
            />
          ) : (
            <EmptyState icon={Newspaper} title={t('feed.emptyTitle')}>
              {t('feed.emptyText')}
            </EmptyState>
          )}
        </Card>
      ) : (
        <FeedList
          key={address}
          first={feed}
          top={home?.top}
          newSince={latest ? home?.newSince : null}
          pageAddress={pageAddress}
          list={list}
        />
      )}
    </Page>
  );
}
