import { APPLY_JOB, type ImportParts, recoverImports, runApply } from './apply-import.ts';

const GRACE_MS = 120_000;

/** Applies queued runs, and shows their progress on the screens of whoever started them. */
export function registerImportsListeners(parts: ImportParts): void {
  parts.jobs.handle<{ runId: string }>(APPLY_JOB, ({ runId }) => runApply(parts, runId));
  // One that was cut off beside a server that lives on, such as a command killed in the middle.
  parts.jobs.schedule('imports.recover', '*/2 * * * *', async () => {
    await recoverImports(parts, GRACE_MS);
  });
  parts.events.listen('imports.live', ['import.progressed', 'import.finished'], async (event) => {
    const run = await parts.db.importRun.findUnique({
      where: { id: event.runId },
      select: { startedById: true },
    });
    if (!run?.startedById) return;
    const counts = event.type === 'import.progressed' ? { done: event.done, total: event.total } : {};
    parts.live.emit(`person:${run.startedById}`, { kind: event.type, runId: event.runId, ...counts });
  });
}
