import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

/** Refuses addresses with a NUL in their path or their query: nobody types one, they name nothing, and PostgreSQL fails on being asked for it. */
export function addressWithoutNul(): RequestHandler {
  return (req, res, next) => {
    if (req.originalUrl.includes('%00')) return sendProblem(res, 400, 'There is no such address.');
    next();
  };
}
