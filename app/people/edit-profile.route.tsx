import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { BoardSettings } from '#app/pinboard/board-settings.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { parseForm, typedTexts } from '#app/shell/parse-form.ts';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Actor } from '#server/domain/identity/actor.ts';
import { absenceInput, profileInput, workingHoursInput } from '#server/domain/people/people.schema.ts';
import { AbsenceForm } from './absence-form.tsx';
import { readCompanyFields } from './company-field-input.ts';
import { ProfileForm } from './profile-form.tsx';
import { WorkingHoursForm } from './working-hours-form.tsx';

export const meta = titled((t) => t('people.editTitle'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { people, pinboard } = context.services;
  const { person, isMe, abilities } = await people.profile(actor, params.handle ?? '');
  if (!abilities.edit && !abilities.setAbsence) throw redirect(`/people/${person.handle}`);
  const [fields, hours, absences, colleagues, board] = await Promise.all([
    isMe ? people.editableFields(actor) : null,
    isMe ? people.workingHours(actor) : null,
    people.absences(actor, person.id),
    people.deputyCandidates(actor, person.id),
    isMe ? pinboard.mySettings(actor) : null,
  ]);
  return { person, fields, hours, absences, colleagues, board, today: dayOf(context) };
});

/** Today where the reader is, as a date field writes it. */
function dayOf(context: FlurfunkContext): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: context.locale.timeZone }).format(context.now());
}

/** Forms that ask for something. */
type FormName = 'profile' | 'absence' | 'hours';

type Answer = {
  saved?: FormName | 'absenceCleared' | 'board';
  form?: FormName;
  errors?: Record<string, string[]>;
  values?: Record<string, string>;
};

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const profile = await context.services.people.profile(actor, params.handle ?? '');
  const form = await request.formData();
  return act(context, actor, profile.person.id, form);
});

export { sayInPassing as clientAction } from '#app/shell/without-answer.ts';

async function act(context: FlurfunkContext, actor: Actor, personId: string, form: FormData) {
  const { people, pinboard } = context.services;
  switch (form.get('intent')) {
    case 'profile': {
      const parsed = parseForm(profileInput, form);
      if (!parsed.ok) return data<Answer>({ form: 'profile', ...parsed }, { status: 400 });
      return saving('profile', form, () =>
        people.saveProfile(actor, personId, parsed.value, readCompanyFields(form)),
      );
    }
    case 'absence': {
      const parsed = parseForm(absenceInput, form);
      if (!parsed.ok) return data<Answer>({ form: 'absence', ...parsed }, { status: 400 });
      return saving('absence', form, () => people.setAbsence(actor, personId, parsed.value));
    }
    case 'hours': {
      if (form.get('as') === 'site')
        return saving('hours', form, () => people.saveWorkingHours(actor, personId, null));
      const parsed = parseForm(workingHoursInput, form);
      if (!parsed.ok) return data<Answer>({ form: 'hours', ...parsed }, { status: 400 });
      return saving('hours', form, () => people.saveWorkingHours(actor, personId, parsed.value));
    }
    case 'clear-absence':
      await people.clearAbsence(actor, String(form.get('absenceId')));
      return data<Answer>({ saved: 'absenceCleared' });
    case 'board-off':
    case 'board-on':
      await pinboard.switchBoard(actor, form.get('intent') === 'board-off');
      return data<Answer>({ saved: 'board' });
    case 'unblock':
      await pinboard.unblock(actor, String(form.get('personId')));
      return data<Answer>({ saved: 'board' });
    default:
      throw new Response(null, { status: 400 });
  }
}

async function saving(name: FormName, form: FormData, work: () => Promise<unknown>) {
  try {
    await work();
    return data<Answer>({ saved: name });
  } catch (error) {
    return data<Answer>(
      { form: name, errors: fieldErrors(error), values: typedTexts(form) },
      { status: 400 },
    );
  }
}

const SAVED = {
  profile: 'people.profileSaved',
  hours: 'common.saved',
  absence: 'people.absenceSaved',
  absenceCleared: 'people.absenceCleared',
  board: 'common.saved',
} as const;

export default function EditProfile() {
  const { person, fields, hours, absences, colleagues, board, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const faults = (form: FormName) =>
    answer?.form === form ? { errors: answer.errors, values: answer.values } : {};
  return (
    <Page
      title={fields ? t('people.editTitle') : t('people.absenceOf', { name: person.name })}
      intro={fields && t('people.editIntro')}
      actions={
        <Link to={`/people/${person.handle}`} className={buttonStyle()}>
          {t('people.seeProfile')}
        </Link>
      }
    >
      <div role="status">
        {answer?.saved && (
          <Notice tone="ok" className="mx-4 mb-4 md:mx-0">
            {t(SAVED[answer.saved])}
          </Notice>
        )}
      </div>
      <div className="flex flex-col gap-4">
        <AbsenceForm absences={absences} colleagues={colleagues} today={today} {...faults('absence')} />
        {fields && <WorkingHoursForm hours={hours} {...faults('hours')} />}
        {fields && <ProfileForm fields={fields} {...faults('profile')} />}
        {board && <BoardSettings settings={board} />}
      </div>
    </Page>
  );
}
