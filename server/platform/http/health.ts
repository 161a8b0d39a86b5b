import { Router } from 'express';

/** Answers quickly whether one thing the server needs is there; throws where it is not. */
export type ReadyChecks = Record<string, () => Promise<unknown>>;

const PATIENCE_MS = 2000;

/**
 * /healthz: the process lives. /readyz: it can do its work now; 503 while it starts, stops or misses something, so
 * that a load balancer sends people elsewhere.
 */
export function health(checks: ReadyChecks, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    res.json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    const parts: Record<string, 'ok' | 'failing'> = {};
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        parts[name] = await answersInTime(check);
      }),
    );
    const ready = !isStopping() && Object.values(parts).every((state) => state === 'ok');
    res.setHeader('Cache-Control', 'no-store');
    res.status(ready ? 200 : 503).json({ ready, ...(isStopping() ? { stopping: true } : {}), ...parts });
  });
  return router;
}

async function answersInTime(check: () => Promise<unknown>): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  try {
    await Promise.race([check(), tooLate]);
    return 'ok';
  } catch {
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
