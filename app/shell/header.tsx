import { Link } from '@remix-run/react';
import { Bell, Search, SquarePen } from 'lucide-react';
import { buttonStyle } from '#app/ui/button.tsx';
import { CountBadge } from '#app/ui/count-badge.tsx';
import { iconButtonStyle } from '#app/ui/icon-button.tsx';
import { BrandLink } from './brand.tsx';
import type { FrameData } from './frame-data.ts';
import { useT } from './i18n.tsx';
import { MyMenu } from './my-menu.tsx';
import { PageLink } from './page-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { useUnreadLabel } from './unread.tsx';

type HeaderProps = {
  frame: FrameData;
  unread: FrameData['unread'];
  onSearch: () => void;
  onSearchIntent: () => void;
};

/** Search, notifications, appearance, my menu; the same things on every width. */
export function Header({ frame, unread, onSearch, onSearchIntent }: HeaderProps) {
  const t = useT();
  const searchProps = {
    to: '/search',
    'aria-keyshortcuts': '/ Control+K Meta+K',
    onPointerEnter: onSearchIntent,
    onFocus: onSearchIntent,
    onClick: (event: React.MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      onSearch();
    },
  };
  return (
    <header
      data-frame="header"
      className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-bg/95 px-3 backdrop-blur-sm md:px-6"
    >
      <div className="me-auto min-w-0 md:hidden">
        <BrandLink companyName={frame.companyName} />
      </div>
      <Link
        {...searchProps}
        className="hidden h-9 w-full max-w-[28rem] min-w-0 items-center gap-2.5 rounded-md border border-control-line/60 bg-surface px-3 text-muted transition-colors hover:border-control-line md:flex"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="truncate text-meta">{t('shell.searchPlaceholder')}</span>
        <kbd className="ms-auto rounded-sm border border-line bg-sunk px-1.5 font-sans text-mini text-muted">
          /
        </kbd>
      </Link>
      <div className="flex items-center gap-1 md:ms-auto md:gap-2">
        <Link
          {...searchProps}
          aria-label={t('shell.searchLabel')}
          className={`${iconButtonStyle({ size: 'lg' })} md:!hidden`}
        >
          <Search aria-hidden="true" />
        </Link>
        <BellLink count={unread.notifications} />
        <ThemeSwitch className="max-md:!hidden" />
        {frame.abilities.write && (
          <PageLink to="/?compose" className={`${buttonStyle({ look: 'primary' })} max-lg:!hidden`}>
            <SquarePen aria-hidden="true" />
            {t('shell.newPost')}
          </PageLink>
        )}
        <MyMenu frame={frame} />
      </div>
    </header>
  );
}

function BellLink({ count }: { count: number }) {
  const t = useT();
  const unreadLabel = useUnreadLabel();
  return (
    <PageLink
      to="/notifications"
      ahead
      title={t('shell.notifications')}
      className={iconButtonStyle({ size: 'lg' })}
    >
      <Bell aria-hidden="true" />
      <span className="sr-only">{t('shell.notifications')}</span>
      <CountBadge
        count={count}
        label={unreadLabel(count)}
        onIcon
        className="absolute start-[calc(50%+1px)] top-1.5"
      />
    </PageLink>
  );
}
