import { useLocation, useNavigation } from '@remix-run/react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { ReactionChoices } from '#app/shell/drawing/reaction-choices.ts';
import { PaletteHost, usePalette } from '#app/shell/palette/palette-host.tsx';
import { ShortcutHelp } from '#app/shell/palette/shortcut-help.tsx';
import type { FrameData } from './frame-data.ts';
import { Header } from './header.tsx';
import { useT } from './i18n.tsx';
import { LiveConnection, useLiveStatus } from './live.tsx';
import { BottomBar, Navigation } from './navigation.tsx';
import { fetchAhead } from './on-use.tsx';
import { PageLinks } from './page-link.tsx';
import { useUnread } from './unread.tsx';
import { whenIdle } from './when-idle.ts';

type FrameProps = { frame: FrameData; terminal: boolean; children: ReactNode };

/** What stands around every page of somebody who is signed in, `terminal` on a shared one. */
export function Frame({ frame, terminal, children }: FrameProps) {
  const unread = useUnread(frame.unread, frame.me.personId);
  const palette = usePalette();
  const { pathname } = useLocation();
  useEffect(() => whenIdle(fetchAhead), []);
  // By what it says: a page loaded anew brings the same list, and whatever shows it stays as it is.
  const reactions = frame.reactions.join(' ');
  return (
    <ReactionChoices.Provider value={useMemo(() => reactions.split(' '), [reactions])}>
      <SkipLink />
      <PendingBar />
      <div
        data-frame="body"
        className="grid min-h-dvh md:grid-cols-[4rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)]"
      >
        <Navigation
          companyName={frame.companyName}
          abilities={frame.abilities}
          myProjects={frame.myProjects}
          unread={unread}
          path={pathname}
        />
        <div className="flex min-w-0 flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] md:pb-0">
          <Header frame={frame} unread={unread} onSearch={palette.open} onSearchIntent={palette.prepare} />
          <OfflineBar />
          <Main>{children}</Main>
        </div>
      </div>
      <BottomBar abilities={frame.abilities} unread={unread} path={pathname} />
      <PaletteHost palette={palette} frame={frame} />
      <ShortcutHelp />
      <PageLinks />
      <LiveConnection personId={frame.me.personId} terminal={terminal} />
    </ReactionChoices.Provider>
  );
}

/** Without a frame: signing in, setting up, printed pages. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <PendingBar />
      <Main>{children}</Main>
    </>
  );
}

function SkipLink() {
  const t = useT();
  return (
    <a
      href="#content"
      className="fixed start-3 top-2 z-50 -translate-y-16 rounded-md bg-brand px-4 py-2 font-medium text-on-brand focus:translate-y-0"
    >
      {t('shell.skipToContent')}
    </a>
  );
}

function Main({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is what moves the focus
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // A field that asked for the focus itself keeps it.
    const focused = document.activeElement;
    if (!main.current?.contains(focused)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main ref={main} id="content" tabIndex={-1} className="min-w-0 flex-1">
      {children}
    </main>
  );
}

/** A thin line at the top while the next page takes longer than 300 ms. */
function PendingBar() {
  const t = useT();
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return (
    <div
      role="progressbar"
      aria-label={t('common.loading')}
      className="fixed inset-x-0 top-0 z-50 h-0.5 animate-slow-appear overflow-hidden bg-brand-soft"
    >
      <div className="h-full w-1/3 animate-pending bg-brand" />
    </div>
  );
}

const OFFLINE_PATIENCE_MS = 5_000;

function OfflineBar() {
  const t = useT();
  const offline = useLiveStatus() === 'offline';
  const [shown, setShown] = useState(false);
  // A short gap (a restart, a change of network) is nobody's concern.
  useEffect(() => {
    const timer = setTimeout(() => setShown(offline), offline ? OFFLINE_PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [offline]);
  if (!shown) return null;
  return (
    <p role="status" className="animate-appear bg-warn-soft px-4 py-1.5 text-center text-meta text-warn">
      {t('shell.offline')}
    </p>
  );
}
