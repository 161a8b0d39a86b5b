import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { BoardSettings } from '#app/pinboard/board-settings.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { AnniversarySettings } from './anniversary-settings.tsx';
import { type EditAnswer, editProfile } from './edit-profile-action.ts';
import { FillForm } from './fill-form.tsx';
import { OthersPhoto } from './others-photo.tsx';
import { PhotoForm } from './photo-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { WorkingHoursForm } from './working-hours-form.tsx';

export const meta = titled((t) => t('people.editTitle'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { fields: companyFields, people, pinboard } = context.services;
  const { person, isMe, abilities } = await people.profile(actor, params.handle ?? '');
  if (!abilities.edit && !abilities.setAbsence) throw redirect(`/people/${person.handle}`);
  const [fields, hours, absences, colleagues, board, toFill, anniversaries] = await Promise.all([
    isMe ? people.editableFields(actor) : null,
    isMe ? people.workingHours(actor) : null,
    people.absences(actor, person.id),
    people.deputyCandidates(actor, person.id),
    isMe ? pinboard.mySettings(actor) : null,
    companyFields.mayFill(actor) ? companyFields.fillable(actor, person.id) : [],
    isMe ? people.anniversariesShown(actor) : null,
  ]);
  const others = !isMe && abilities.removePhoto;
  const mine = { fields, hours, board, anniversaries };
  return { person, ...mine, others, absences, colleagues, toFill, today: dayOf(context) };
});

/** Today where the reader is, as a date field writes it. */
function dayOf(context: FlurfunkContext): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: context.locale.timeZone }).format(context.now());
}

export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const profile = await context.services.people.profile(actor, params.handle ?? '');
  const form = await request.formData();
  return editProfile(context, actor, profile.person.id, form);
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

const SAVED = {
  profile: 'people.profileSaved',
  hours: 'common.saved',
  absence: 'people.absenceSaved',
  absenceCleared: 'people.absenceCleared',
  anniversaries: 'common.saved',
  board: 'common.saved',
  fill: 'common.saved',
  photo: 'people.photoSaved',
  photoRemoved: 'people.photoRemoved',
} as const;

export default function EditProfile() {
  const { person, fields, hours, board, anniversaries, others, absences, colleagues, toFill, today } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const faults = (form: EditAnswer['form']) =>
    answer && answer.form === form ? { errors: answer.errors, values: answer.values } : {};
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
        {fields && <PhotoForm key={person.photo} person={person} errors={faults('photo').errors} />}
        {others && <OthersPhoto person={person} />}
        <AbsenceForm
          name={fields ? null : person.name}
          absences={absences}
          colleagues={colleagues}
          today={today}
          {...faults('absence')}
        />
        {fields && <WorkingHoursForm hours={hours} {...faults('hours')} />}
        {fields && <ProfileForm fields={fields} {...faults('profile')} />}
        {toFill.length > 0 && <FillForm fields={toFill} {...faults('fill')} />}
        {anniversaries !== null && <AnniversarySettings shown={anniversaries} />}
        {board && <BoardSettings settings={board} />}
      </div>
    </Page>
  );
}
