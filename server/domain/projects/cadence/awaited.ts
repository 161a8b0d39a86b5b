import type { Awaited } from '#server/domain/projects/project.view.ts';

/** How a project's next status stands at a moment. */
export function awaitedAt(
  project: { statusDueAt: Date | null; statusOverdueAt: Date | null },
  now: Date,
): Awaited | null {
  const { statusDueAt: dueAt, statusOverdueAt: overdueAt } = project;
  if (!dueAt) return null;
  return { at: dueAt.toISOString(), due: dueAt <= now, overdue: overdueAt !== null && overdueAt <= now };
}
