import { drawnOnce } from '#app/shell/drawing/drawn-once.tsx';
import { cn } from '#app/ui/cn.ts';
import { CountBadge } from '#app/ui/count-badge.tsx';
import { BrandLink } from './brand.tsx';
import type { FrameData, FrameProject } from './frame-data.ts';
import { HealthIcon } from './health-icon.tsx';
import { useT } from './i18n.tsx';
import { bottomBar, type NavigationItem, navigationItems } from './navigation-items.ts';
import { PageLink } from './page-link.tsx';
import { useUnreadLabel } from './unread.tsx';

type NavigationProps = Pick<FrameData, 'companyName' | 'abilities' | 'myProjects' | 'unread'> & {
  /** The page's path: where one is. */
  path: string;
};

/** Left side: 240 px with words from 1280 px, a rail of icons from 768 px, nothing below. */
function NavigationList({ companyName, abilities, myProjects, unread, path }: NavigationProps) {
  const t = useT();
  return (
    <nav
      data-frame="navigation"
      aria-label={t('shell.mainNavigation')}
      className="sticky top-0 hidden h-dvh w-16 flex-col gap-4 overflow-y-auto border-e border-line px-2 py-3 md:flex xl:w-60 xl:px-3"
    >
      <div className="flex h-8 items-center justify-center xl:justify-stretch xl:px-2 [&>a]:xl:w-full">
        <span className="xl:hidden">
          <BrandLink companyName={companyName} compact />
        </span>
        <span className="hidden w-full xl:block">
          <BrandLink companyName={companyName} />
        </span>
      </div>
      <ul className="flex flex-col gap-0.5">
        {navigationItems(abilities).map((item) => (
          <li key={item.to}>
            <Place item={item} count={item.count ? unread[item.count] : 0} path={path} />
          </li>
        ))}
      </ul>
      {myProjects.length > 0 && <MyProjects projects={myProjects} path={path} />}
    </nav>
  );
}

export const Navigation = drawnOnce(NavigationList, { name: 'navigation' });

function isHere(to: string, path: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`));
}

function Place({ item, count, path }: { item: NavigationItem; count: number; path: string }) {
  const t = useT();
  const unreadLabel = useUnreadLabel();
  const Icon = item.icon;
  const here = isHere(item.to, path);
  return (
    <PageLink
      to={item.to}
      ahead
      title={t(item.label)}
      aria-current={here ? 'page' : undefined}
      className={cn(
        'relative flex h-10 items-center gap-3 rounded-md font-medium transition-colors max-xl:justify-center xl:px-2.5',
        here ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-[1.125rem] shrink-0" />
      <span className="max-xl:sr-only">{t(item.label)}</span>
      <CountBadge count={count} label={unreadLabel(count)} className="ms-auto max-xl:hidden" />
      <CountBadge
        count={count}
        label={unreadLabel(count)}
        onIcon
        className="absolute start-[calc(50%+1px)] top-1 xl:hidden"
      />
    </PageLink>
  );
}

function MyProjects({ projects, path }: { projects: FrameProject[]; path: string }) {
  const t = useT();
  return (
    <section className="max-xl:hidden" aria-labelledby="my-projects">
      <h2 id="my-projects" className="px-2.5 pb-1 text-meta font-medium text-muted">
        <PageLink to="/projects?mine=1" className="rounded-sm hover:text-ink">
          {t('shell.myProjects')}
        </PageLink>
      </h2>
      <ul className="flex flex-col gap-0.5">
        {projects.map(({ slug, name, health }) => {
          const here = isHere(`/projects/${slug}`, path);
          return (
            <li key={slug}>
              <PageLink
                to={`/projects/${slug}`}
                ahead
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'flex h-9 items-center gap-3 rounded-md px-2.5 transition-colors',
                  here ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk hover:text-ink',
                )}
              >
                <HealthIcon health={health} />
                <span className="truncate" title={name}>
                  {name}
                </span>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Below 768 px: five targets under the thumb. */
function BottomList({ abilities, unread, path }: Pick<NavigationProps, 'abilities' | 'unread' | 'path'>) {
  const t = useT();
  const unreadLabel = useUnreadLabel();
  return (
    <nav
      data-frame="bottom-bar"
      aria-label={t('shell.mobileNavigation')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-14 grid-cols-5">
        {bottomBar(abilities).map((item) => {
          const Icon = item.icon;
          const count = item.count ? unread[item.count] : 0;
          const here = isHere(item.to, path);
          return (
            <li key={item.to} className="min-w-0">
              <PageLink
                to={item.to}
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'relative flex h-full flex-col items-center justify-center gap-0.5 rounded-md text-mini font-medium -outline-offset-2',
                  here ? 'text-brand-ink' : 'text-soft',
                )}
              >
                <Icon aria-hidden="true" className="size-5" />
                <span className="max-w-full truncate px-0.5">{t(item.label)}</span>
                <CountBadge
                  count={count}
                  label={unreadLabel(count)}
                  onIcon
                  className="absolute start-[calc(50%+0.125rem)] top-1"
                />
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export const BottomBar = drawnOnce(BottomList, { name: 'bottom-bar' });
