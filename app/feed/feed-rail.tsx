import { drawnOnce } from '#app/shell/drawing/drawn-once.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { RailList } from '#app/shell/rail-list.tsx';
import type { RailView } from '#server/domain/feed/feed.view.ts';
import { useNeeds } from './use-needs.tsx';

/** What needs me, and who is new, away or has an anniversary around me. */
function Rail({ rail }: { rail: RailView }) {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  const needs = useNeeds(rail);
  const around = [
    ...rail.joiners.map(({ person, on, site }) => ({
      key: `new-${person.id}`,
      to: `/people/${person.handle}`,
      icon: <PersonAvatar person={person} size="sm" />,
      title: nameOf(person),
      detail: [t('feed.startedOn', { when: format.date(on) }), site].filter(Boolean).join(' · '),
    })),
    ...rail.anniversaries.map(({ person, years, on }) => ({
      key: `years-${person.id}`,
      to: `/people/${person.handle}`,
      icon: <PersonAvatar person={person} size="sm" />,
      title: nameOf(person),
      detail: t('feed.anniversary', { count: years, when: format.date(on) }),
    })),
    ...rail.away.map(({ person, until, deputy }) => ({
      key: `away-${person.id}`,
      to: `/people/${person.handle}`,
      icon: <PersonAvatar person={person} size="sm" />,
      title: nameOf(person),
      detail: [
        t('feed.awayUntil', { when: format.date(until) }),
        deputy && t('feed.deputy', { name: nameOf(deputy) }),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ];
  return (
    <>
      {/* On narrower screens it stands above the feed, which has no end in sight. */}
      <div className="max-xl:hidden">
        <RailList id="needs-you" title={t('shell.needsYou')} rows={needs} empty={t('feed.needsYouEmpty')} />
      </div>
      <RailList id="around-you" title={t('shell.aroundYou')} rows={around} />
    </>
  );
}

export const FeedRail = drawnOnce(Rail, { name: 'feed-rail' });
