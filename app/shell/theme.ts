export type Theme = 'system' | 'light' | 'dark';

/** Not HttpOnly: the switch in the header writes it; it says nothing about the person. */
const THEME_COOKIE = 'theme';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function readTheme(request: Request): Theme {
  const match = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(request.headers.get('Cookie') ?? '');
  return (match?.[1] as Theme | undefined) ?? 'system';
}

/** Shows a theme at once and remembers it for the server's next page, so that nothing flashes. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === 'system' ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`;
  for (const watcher of watchers) watcher();
}

const watchers = new Set<() => void>();

export function watchTheme(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What was chosen: on the page's `<html>`, where the server and the switch write it. */
export function chosenTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** What is on screen now, whether chosen or taken from the device. */
export function shownTheme(): 'light' | 'dark' {
  const chosen = chosenTheme();
  if (chosen !== 'system') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
