import type { RequestHandler } from 'express';
import type { Config } from '#server/platform/config/config.ts';
import { sendProblem } from './problem.ts';
import { isOwnRequest } from './same-origin.ts';

/** The one body that a mail program sends (RFC 8058 section 3.2), as a form of either kind. */
const FIELD = 'List-Unsubscribe=One-Click';
const MULTIPART =
  /^--\S+\r?\nContent-Disposition: form-data; name="List-Unsubscribe"\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n--\S+--\s*$/i;
const MAX_BYTES = 1_024;

export type OneClick = {
  /** Addresses that a mail program may post to; the first group is the token. */
  path: RegExp;
  /** Does what the token says; a token that is not ours does nothing. Throws only for bugs. */
  act: (token: string) => Promise<void>;
};

/**
 * Takes the one-click requests of mail programs, which come from elsewhere. They pass no other check and reach no page,
 * so nothing else is taken here: this body alone, at these addresses alone. Cookies are not looked at.
 */
export function oneClick(config: Pick<Config, 'appUrl' | 'trustProxy'>, given: OneClick): RequestHandler {
  return (req, res, next) => {
    const token = given.path.exec(req.path)?.[1];
    if (req.method !== 'POST' || !token || isOwnRequest(config, req)) return next();
    const length = Number(req.headers['content-length'] ?? Number.NaN);
    if (!(length <= MAX_BYTES))
      return sendProblem(res, 403, 'This request did not come from a page of this site.');
    let body = '';
    req.setEncoding('utf8');
    req.on('data', (chunk: string) => {
      body += chunk;
    });
    req.on('end', () => {
      if (body.trim() !== FIELD && !MULTIPART.test(body)) {
        return sendProblem(res, 403, 'This request did not come from a page of this site.');
      }
      given.act(token).then(() => void res.status(200).type('text/plain').send('OK'), next);
    });
    req.on('error', next);
  };
}
