import { type FormErrors, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { Actor, Services } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';

type Failed = { intent: string; errors: FormErrors; values: Record<string, string> };

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** The small acts on a project's page; null when done, else what was wrong and what was typed. */
export async function performOnProject(
  projects: Services['projects'],
  actor: Actor,
  slug: string,
  form: FormData,
): Promise<Failed | null> {
  const intent = text(form, 'intent');
  try {
    await perform(projects, actor, slug, intent, form);
    return null;
  } catch (error) {
    const values = typedTexts(form);
    return { intent, errors: fieldErrors(error), values };
  }
}

async function perform(
  projects: Services['projects'],
  actor: Actor,
  slug: string,
  intent: string,
  form: FormData,
): Promise<void> {
  switch (intent) {
    case 'follow':
      return projects.followProject(actor, slug);
    case 'unfollow':
      return projects.unfollowProject(actor, slug);
    case 'milestone-done':
      return projects.completeMilestone(actor, slug, text(form, 'milestoneId'), true);
    case 'milestone-open':
      return projects.completeMilestone(actor, slug, text(form, 'milestoneId'), false);
    default:
      throw new Response(null, { status: 400 });
  }
}
