import { redirect } from '@remix-run/node';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { Services } from '#server/services.ts';

export type { Actor } from '#server/domain/identity/actor.ts';
export type { Services } from '#server/services.ts';

/** Writes the cookies of this response: a session begins or ends, a language is chosen. */
export type SessionControl = {
  /** This browser is a shared terminal: somebody is signed in as on one, or was until just now. */
  terminal: boolean;
  start: (opened: { token: string; expiresAt: Date | null; deviceToken?: string | null }) => void;
  end: () => void;
  rememberLanguage: (language: 'en' | 'de') => void;
};

/** Adds a measured step to the Server-Timing header. */
export type Timing = { measure: <T>(name: string, work: () => Promise<T>) => Promise<T> };

export type FlurfunkContext = {
  services: Services;
  actor: Actor | null;
  /** Who knocks, for signing in and for codes. */
  visitor: Visitor;
  locale: { language: 'en' | 'de'; tone: 'du' | 'sie'; timeZone: string };
  nonce: string;
  requestId: string;
  /** How the browser takes a body; null: as it is. */
  encoding: 'br' | 'gzip' | null;
  config: {
    appUrl: string;
    companyName: string;
    brandHue: number;
    production: boolean;
    /** A shared terminal signs out after this many seconds without a hand on it. */
    terminalSeconds: number;
  };
  session: SessionControl;
  timing: Timing;
  log: { error: (details: object, message: string) => void };
  now: () => Date;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends FlurfunkContext {}
}
declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends FlurfunkContext {}
  // Single fetch: loader data keeps its types.
  interface Future {
    v3_singleFetch: true;
  }
}

/** The signed-in person, or a redirect to the sign-in page that leads back here. */
export function requireActor(context: FlurfunkContext, request?: Request): Actor {
  if (context.actor) return context.actor;
  // The next one at a shared terminal is not led to where the last one was.
  throw redirect(context.session.terminal ? '/sign-in?idle=1' : signInAddress(request));
}

function signInAddress(request: Request | undefined): string {
  if (!request) return '/sign-in';
  const url = new URL(request.url);
  // A form cannot be posted again after signing in: lead back to the page it stood on.
  const path = url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  const to = path + url.search;
  return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
}
