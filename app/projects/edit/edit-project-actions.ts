import { type FormErrors, typedText, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { Actor, Services } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';

export type Failed = { intent: string; errors: FormErrors; values: Record<string, string> };

type Rooms = Pick<Services, 'people' | 'projects'>;

/** Every change on the page where a project is edited; null when done, else what was wrong and what was typed. */
export async function editProject(
  rooms: Rooms,
  actor: Actor,
  slug: string,
  form: FormData,
): Promise<Failed | null> {
  const values = typedTexts(form);
  // Asked for by itself: a button's word comes last, after texts that may be endless.
  const intent = typedText(form, 'intent');
  const who = NAMES_SOMEBODY.includes(intent) ? await whoIsMeant(rooms.people, actor, values) : null;
  if (who?.errors) return { intent, errors: who.errors, values };
  if (intent === 'hand-over' && !roleIn(values))
    return { intent, errors: { role: ['error.choose'] }, values };
  try {
    await perform(rooms.projects, actor, slug, { ...values, intent }, who?.personId ?? null);
    return null;
  } catch (error) {
    return { intent, errors: fieldErrors(error), values };
  }
}

/** The intents with a person to name, and where nobody may be meant. */
const NAMES_SOMEBODY = ['hand-over', 'add-member'];

/** The person who was typed in; an error at the field where nobody, or more than one, bears the name. */
async function whoIsMeant(
  people: Rooms['people'],
  actor: Actor,
  values: Record<string, string>,
): Promise<{ personId: string | null; errors?: FormErrors }> {
  const typed = values.person?.trim();
  if (!typed) {
    const mayBeEmpty = values.intent === 'hand-over' && values.role !== 'lead';
    return { personId: null, ...(!mayBeEmpty && { errors: { person: ['error.required'] } }) };
  }
  const personId = await people.findColleague(actor, typed);
  return { personId, ...(!personId && { errors: { person: ['projects.personUnknown'] } }) };
}

async function perform(
  projects: Rooms['projects'],
  actor: Actor,
  slug: string,
  values: Record<string, string>,
  personId: string | null,
): Promise<void> {
  const text = (name: string) => values[name] ?? '';
  const milestoneId = text('milestoneId');
  switch (text('intent')) {
    case 'basics':
      return projects.changeProject(actor, slug, {
        name: text('name'),
        descriptionEn: text('descriptionEn'),
        descriptionDe: text('descriptionDe'),
        unitId: text('unitId'),
        visibility: text('visibility') as 'open',
        ...(text('sure') && { sure: 'on' as const }),
      });
    case 'hand-over': {
      const role = roleIn(values);
      if (!role) throw new Response(null, { status: 400 });
      return projects.setResponsibility(actor, slug, role, personId ? { personId } : null);
    }
    case 'add-member':
      return projects.addMember(actor, slug, { personId: personId ?? '', title: text('title') });
    case 'remove-member':
      return projects.removeMember(actor, slug, text('personId'));
    case 'milestone':
      await projects.addMilestone(actor, slug, {
        nameEn: text('nameEn'),
        nameDe: text('nameDe'),
        targetOn: text('targetOn'),
      });
      return;
    case 'milestone-move':
      return projects.moveMilestone(actor, slug, milestoneId, {
        targetOn: text('targetOn'),
        reason: text('reason'),
      });
    case 'milestone-rename':
      return projects.renameMilestone(actor, slug, milestoneId, {
        nameEn: text('nameEn'),
        nameDe: text('nameDe'),
      });
    case 'milestone-remove':
      return projects.removeMilestone(actor, slug, milestoneId);
    case 'parent':
      return projects.setParent(actor, slug, text('parent') || null);
    case 'cadence':
      return projects.setCadence(actor, slug, {
        cadence: text('cadence') as 'weekly',
        cadenceWeekday: text('cadenceWeekday'),
        cadenceHour: text('cadenceHour'),
      });
    case 'lifecycle':
      return projects.changeLifecycle(actor, slug, { lifecycle: text('lifecycle') as 'active' });
    default:
      throw new Response(null, { status: 400 });
  }
}

const ROLES = ['lead', 'deputy', 'sponsor'] as const;
const roleIn = (values: Record<string, string>) => ROLES.find((known) => known === values.role);
