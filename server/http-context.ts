import type { AppLoadContext } from '@remix-run/node';
import { parseCookie } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from './domain/identity/actor.ts';
import { KNOWN_DEVICE_DAYS } from './domain/identity/known-device.ts';
import { isTerminalToken } from './domain/identity/sessions.ts';
import type { Visitor } from './domain/identity/visitor.ts';
import type { Parts } from './domain/parts.ts';
import type { CompanySettings } from './domain/settings/settings.schema.ts';
import type { Services } from './services.ts';

export const SESSION_COOKIE = 'flurfunk_session';
const DEVICE_COOKIE = 'flurfunk_device';
const LANGUAGE_COOKIE = 'language';
const THEME_COOKIE = 'theme';

/** What a sign-in hands to the browser. */
export type OpenedForBrowser = { token: string; expiresAt: Date | null; deviceToken?: string | null };

/** Writes the cookies of this response; loaders and actions need no headers of their own for it. */
export type SessionControl = {
  /** This browser is a shared terminal: somebody is signed in as on one, or was until just now. */
  terminal: boolean;
  start(opened: OpenedForBrowser): void;
  end(): void;
  rememberLanguage(language: 'en' | 'de'): void;
};

/** The session token in a Cookie header, for pages and for the socket's handshake. */
export function sessionTokenFrom(cookieHeader: string | undefined): string | null {
  return (cookieHeader && parseCookie(cookieHeader)[SESSION_COOKIE]) || null;
}

type Needs = { parts: Pick<Parts, 'config' | 'clock' | 'log'>; services: Services };

/**
 * Builds what loaders and actions get as `context`: who asks, in which language, through which services. One SQL
 * statement a request.
 */
export function createLoadContext({ parts, services }: Needs) {
  const { config, clock, log } = parts;
  const secure = config.appUrl.startsWith('https://');
  return async (req: Request, res: Response): Promise<AppLoadContext> => {
    const cookies = parseCookie(req.headers.cookie ?? '');
    const settings = await services.settings.current();
    const hint = hintedLanguage(cookies[LANGUAGE_COOKIE], req.headers['accept-language']);
    const { requestId, nonce, timing } = res.locals;
    const token = cookies[SESSION_COOKIE] ?? null;
    // By the token itself, so that a terminal whose session ran out is known for one as well.
    const terminal = token !== null && isTerminalToken(token);
    const session = sessionControl(res, secure || req.secure, clock.now(), terminal);
    const loaded = await timing.measure('actor', () => services.identity.loadActor(token, hint));
    if (loaded?.renewed) session.start(loaded.renewed);
    if (terminal) res.setHeader('Cache-Control', 'no-store');
    if (terminal && !loaded) session.end();
    const visitor: Visitor = {
      address: req.ip ?? '',
      userAgent: req.headers['user-agent'] ?? '',
      deviceToken: cookies[DEVICE_COOKIE] ?? null,
      requestId,
      local: isLocal(req),
    };
    return {
      services,
      actor: loaded?.actor ?? null,
      visitor,
      locale: loaded ? localeOf(loaded.actor) : visitorsLocale(settings, hint),
      nonce,
      requestId,
      encoding: encodingFor(req),
      config: {
        appUrl: config.appUrl,
        companyName: settings.companyName,
        brandHue: settings.brandHue,
        production: config.mode === 'production',
        terminalSeconds: config.session.terminalSeconds,
      },
      session,
      timing,
      log,
      now: () => clock.now(),
    };
  };
}

/** Sends every page of a house that is not set up to the wizard; goes in front of the pages. */
export function leadToSetup({ settings }: Pick<Services, 'settings'>): RequestHandler {
  let known = false;
  return (req, res, next) => {
    if (known || req.method !== 'GET' || /^\/(setup|theme|language)([/.]|$)/.test(req.path)) return next();
    settings
      .isSetUp()
      .then((done) => {
        known = done;
        if (done) next();
        else res.redirect(302, '/setup');
      })
      .catch(next);
  };
}

function sessionControl(res: Response, secure: boolean, now: Date, terminal: boolean): SessionControl {
  const base = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    terminal,
    start({ token, expiresAt, deviceToken }) {
      const maxAge = expiresAt ? expiresAt.getTime() - now.getTime() : undefined;
      res.cookie(SESSION_COOKIE, token, maxAge === undefined ? base : { ...base, maxAge });
      if (deviceToken) {
        res.cookie(DEVICE_COOKIE, deviceToken, { ...base, maxAge: KNOWN_DEVICE_DAYS * 86_400_000 });
      }
    },
    rememberLanguage(language) {
      res.cookie(LANGUAGE_COOKIE, language, { ...base, maxAge: 365 * 86_400_000 });
    },
    end() {
      res.clearCookie(SESSION_COOKIE, base);
      // Nothing of the last reader stays on a shared machine (W3C Clear Site Data), nor how they like the pages.
      res.setHeader('Clear-Site-Data', terminal ? '"cache", "cookies", "storage"' : '"storage"');
      if (!terminal) return;
      res.clearCookie(LANGUAGE_COOKIE, base);
      res.clearCookie(THEME_COOKIE, { path: '/', sameSite: 'lax' });
    },
  };
}

/** How the browser takes a body: as small as it can read. */
function encodingFor(req: Request): 'br' | 'gzip' | null {
  const [best] = (['br', 'gzip'] as const).filter((encoding) => req.acceptsEncodings(encoding));
  return best ?? null;
}

/** A proxy on the same machine also comes from loopback: its headers give it away, as does a foreign host name. */
function isLocal(req: Request): boolean {
  const address = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'];
  const host = (req.headers.host ?? '').replace(/:\d+$/, '');
  return (
    // Proxies that add no header at all (nginx as it comes) speak HTTP/1.0.
    req.httpVersion === '1.1' &&
    (address === '::1' || address.startsWith('127.')) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host) &&
    forwarded.every((name) => req.headers[name] === undefined || name === 'x-forwarded-host')
  );
}

function localeOf({ language, tone, timeZone }: Actor) {
  return { language, tone, timeZone };
}

function visitorsLocale(settings: CompanySettings, hint: 'en' | 'de' | null) {
  return {
    language: hint ?? settings.defaultLanguage,
    tone: settings.germanTone,
    timeZone: 'Europe/Berlin',
  };
}

/** The visitor's own choice, else the first of the browser's languages that we speak. */
function hintedLanguage(chosen: string | undefined, accepted: string | undefined): 'en' | 'de' | null {
  if (chosen === 'en' || chosen === 'de') return chosen;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.find((value) => value.trim().startsWith('q='));
      return { language: tag.slice(0, 2), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  const found = wanted.find(({ language }) => language === 'en' || language === 'de');
  return (found?.language as 'en' | 'de' | undefined) ?? null;
}
