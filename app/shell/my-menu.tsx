import { Form, Link, useLocation } from '@remix-run/react';
import { CalendarClock, Languages, ListTodo, LogOut, Settings, UserRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { FrameData } from './frame-data.ts';
import { useT } from './i18n.tsx';
import { bottomBar, navigationItems } from './navigation-items.ts';
import { ThemeChoice } from './theme-switch.tsx';

const ID = 'my-menu';
const ROW =
  'flex h-10 w-full items-center gap-3 rounded-md px-3 text-start text-soft hover:bg-sunk hover:text-ink [&_svg]:size-4';

/** On a phone these are in the header, or a row of their own here. */
const ELSEWHERE = ['/notifications', '/settings'];

// React 18 has no types for the popover attributes; it passes them on as they are.
const OPENS = { popovertarget: ID } as object;
const POPOVER = { popover: 'auto' } as object;

/** Profile, settings, language, appearance, sign out. The browser's own popover: no script, closes by Esc or outside. */
export function MyMenu({ frame: { me, abilities } }: { frame: Pick<FrameData, 'me' | 'abilities'> }) {
  const t = useT();
  const popover = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice leads to another place; then it closes
  useEffect(() => popover.current?.hidePopover?.(), [key]);
  const elsewhere = [...ELSEWHERE, ...bottomBar(abilities).map(({ to }) => to)];
  return (
    <>
      <button
        type="button"
        {...OPENS}
        title={t('shell.myMenu')}
        className="grid size-11 shrink-0 place-items-center rounded-full md:size-9"
      >
        <Avatar name={me.displayName} personId={me.personId} photoUrl={me.photoUrl} own size="md" />
        <span className="sr-only">{t('shell.myMenu')}</span>
      </button>
      <div
        id={ID}
        {...POPOVER}
        ref={popover}
        className="fixed inset-auto end-3 top-15 m-0 w-72 rounded-lg bg-raised p-2 text-ink shadow-float open:animate-appear md:end-6"
      >
        <div className="flex items-center gap-3 px-3 pt-1 pb-3">
          <Avatar name={me.displayName} personId={me.personId} photoUrl={me.photoUrl} own size="lg" />
          <div className="min-w-0">
            <div className="font-semibold break-words">{me.displayName}</div>
            <div className="truncate text-meta text-muted">@{me.handle}</div>
          </div>
        </div>
        <ul>
          <li>
            <Link to={`/people/${me.handle}`} className={ROW}>
              <UserRound aria-hidden="true" />
              {t('shell.myProfile')}
            </Link>
          </li>
          <li>
            <Link to="/owed" className={ROW}>
              <ListTodo aria-hidden="true" />
              {t('shell.owed')}
            </Link>
          </li>
          <li>
            <Link to="/scheduled" className={ROW}>
              <CalendarClock aria-hidden="true" />
              {t('feed.scheduledTitle')}
            </Link>
          </li>
          {navigationItems(abilities)
            .filter(({ to }) => !elsewhere.includes(to))
            .map(({ to, label, icon: Icon }) => (
              <li key={to} className="md:hidden">
                <Link to={to} className={ROW}>
                  <Icon aria-hidden="true" />
                  {t(label)}
                </Link>
              </li>
            ))}
          <li>
            <Link to="/settings" className={ROW}>
              <Settings aria-hidden="true" />
              {t('shell.settings')}
            </Link>
          </li>
          <li>
            <Link to="/settings#language" className={ROW}>
              <Languages aria-hidden="true" />
              {t('shell.language')}
            </Link>
          </li>
        </ul>
        <div className="my-2 px-1">
          <ThemeChoice />
        </div>
        <Form method="post" action="/sign-out" className="border-t border-line pt-2" reloadDocument>
          <button type="submit" className={cn(ROW)}>
            <LogOut aria-hidden="true" />
            {t('shell.signOut')}
          </button>
        </Form>
      </div>
    </>
  );
}
