import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

/** Answers with a problem document (RFC 9457): what no page can say, because the request never reached one. */
export function sendProblem(res: Response, status: number, detail: string): void {
  const { requestId } = res.locals;
  const title = STATUS_CODES[status] ?? 'Error';
  res
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, requestId }));
}
