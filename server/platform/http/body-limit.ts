import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

const MEGABYTE = 1024 * 1024;
/** Files, from people who are signed in. Whether the cookie is any good is found out later; guessing it costs nothing less. */
const UPLOAD_BYTES = 64 * MEGABYTE;
/** Everything that is typed: the longest text is 20,000 characters, percent-encoded at most twelve times as many bytes. */
const FORM_BYTES = 2 * MEGABYTE;

/**
 * Refuses bodies that are too large before a byte of them is read into memory. A body must say its length (RFC 9110
 * section 15.5.12), as every browser's does: one that does not could go on for ever.
 */
export function bodyLimit(): RequestHandler {
  return (req, res, next) => {
    const {
      'content-length': length,
      'content-type': type = '',
      'transfer-encoding': encoding,
    } = req.headers;
    if (encoding !== undefined && length === undefined) {
      return sendProblem(res, 411, 'A request must say how long it is.');
    }
    const upload = type.startsWith('multipart/form-data') && req.headers.cookie !== undefined;
    if (Number(length ?? 0) > (upload ? UPLOAD_BYTES : FORM_BYTES)) {
      res.set('Connection', 'close');
      return sendProblem(res, 413, 'That is too large.');
    }
    next();
  };
}
