import { linksIn } from './render-body.ts';

/** One of our pages that is shown in small where a text links to it; a part is empty where its address has none. */
export type OwnPage = { kind: keyof typeof PAGES; id: string; slug: string; handle: string };

const ID = '(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const SLUG = '(?<slug>[a-z0-9-]{1,100})';
const HANDLE = '(?<handle>[a-z0-9._-]{1,100})';

const PAGES = {
  post: new RegExp(`^/posts/${ID}$`),
  project: new RegExp(`^/projects/${SLUG}$`),
  status: new RegExp(`^/projects/${SLUG}/status/${ID}$`),
  person: new RegExp(`^/people/${HANDLE}$`),
  pin: new RegExp(`^/people/${HANDLE}/pins/${ID}$`),
  notice: new RegExp(`^/notices/${ID}$`),
};

/** `https://…`, or a path that begins with one slash: browsers take `//host` and `/\host` for another house. */
const WEB_OR_PATH = /^(https?:\/\/|\/(?![/\\]))/i;

/**
 * The path of the first of our own pages in a source text; null where it links to none. Nothing is fetched, and nothing is
 * asked of the database: whether the page is there, and for whom, is decided when the text is read.
 */
export function firstOwnLink(source: string, appUrl: string): string | null {
  for (const href of linksIn(source)) {
    const path = ownPath(href, appUrl);
    if (path) return path;
  }
  return null;
}

/**
 * The path that an address leads to, without query, fragment and the slash at its end. Null for what lies in another
 * house (scheme, host and port are compared, RFC 6454), and for pages that are not shown in small.
 */
export function ownPath(href: string, appUrl: string): string | null {
  if (!WEB_OR_PATH.test(href) || !URL.canParse(href, appUrl)) return null;
  const url = new URL(href, appUrl);
  if (url.origin !== new URL(appUrl).origin || url.username || url.password) return null;
  const path = decoded(url.pathname).replace(/\/$/, '');
  return ownPage(path) ? path : null;
}

/** The page behind a path of ours; null where it is not shown in small. */
export function ownPage(path: string): OwnPage | null {
  for (const [kind, pattern] of Object.entries(PAGES)) {
    const parts = pattern.exec(path)?.groups;
    if (parts) return { kind: kind as OwnPage['kind'], id: '', slug: '', handle: '', ...parts };
  }
  return null;
}

/** As the router decodes it: `%2F` is no slash. Empty where it cannot be decoded. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return '';
  }
}
