import express, { type RequestHandler } from 'express';
import type { Logger } from '#server/platform/log/log.ts';

type Report = {
  'csp-report'?: { 'violated-directive'?: string; 'blocked-uri'?: string; 'document-uri'?: string };
};

/** Takes the browser's reports of what the policy blocked, and logs what, never whose page. */
export function cspReport(log: Logger): RequestHandler[] {
  const body = express.json({ type: ['application/csp-report', 'application/json'], limit: '8kb' });
  return [
    body,
    (req, res) => {
      const report = (req.body as Report)['csp-report'];
      const directive = report?.['violated-directive'];
      log.warn(
        { directive, blocked: report?.['blocked-uri']?.slice(0, 200) },
        'content security policy violated',
      );
      res.status(204).end();
    },
  ];
}
