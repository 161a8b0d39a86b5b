import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

/** Refuses addresses with a NUL in their path: they name nothing, and PostgreSQL fails on being asked for one. */
export function pathWithoutNul(): RequestHandler {
  return (req, res, next) => {
    if (req.path.includes('%00')) return sendProblem(res, 400, 'There is no such address.');
    next();
  };
}
