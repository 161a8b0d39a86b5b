import { data } from '@remix-run/node';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { FlurfunkContext } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';
import { photoInput } from '#server/domain/files/photo.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { absenceInput, profileInput, workingHoursInput } from '#server/domain/people/people.schema.ts';
import { readCompanyFields, readFilled } from './company-field-input.ts';

type FormName = 'profile' | 'absence' | 'hours' | 'photo' | 'fill';

/** What a form of the page gets back. */
export type EditAnswer = {
  saved?: FormName | 'absenceCleared' | 'anniversaries' | 'board' | 'photoRemoved';
  form?: FormName;
  errors?: Record<string, string[]>;
  values?: Record<string, string>;
};

/** Every form on the page of one's profile and absence, told apart by `intent`. */
export async function editProfile(context: FlurfunkContext, actor: Actor, personId: string, form: FormData) {
  const { fields, files, people, pinboard } = context.services;
  switch (form.get('intent')) {
    case 'profile': {
      const parsed = parseForm(profileInput, form);
      if (!parsed.ok) return data<EditAnswer>({ form: 'profile', ...parsed }, { status: 400 });
      return saving('profile', form, () =>
        people.saveProfile(actor, personId, parsed.value, readCompanyFields(form)),
      );
    }
    case 'absence': {
      const parsed = parseForm(absenceInput, form);
      if (!parsed.ok) return data<EditAnswer>({ form: 'absence', ...parsed }, { status: 400 });
      return saving('absence', form, () => people.setAbsence(actor, personId, parsed.value));
    }
    case 'hours': {
      if (form.get('as') === 'site')
        return saving('hours', form, () => people.saveWorkingHours(actor, personId, null));
      const parsed = parseForm(workingHoursInput, form);
      if (!parsed.ok) return data<EditAnswer>({ form: 'hours', ...parsed }, { status: 400 });
      return saving('hours', form, () => people.saveWorkingHours(actor, personId, parsed.value));
    }
    case 'clear-absence':
      await people.clearAbsence(actor, String(form.get('absenceId')));
      return data<EditAnswer>({ saved: 'absenceCleared' });
    case 'photo': {
      const parsed = parseForm(photoInput, form);
      if (!parsed.ok) return data<EditAnswer>({ form: 'photo', ...parsed }, { status: 400 });
      return saving('photo', form, async () =>
        files.setPhoto(actor, personId, await uploadIn(form), parsed.value),
      );
    }
    case 'fill':
      return saving('fill', form, () => fields.fill(actor, personId, readFilled(form)));
    case 'remove-photo':
      await files.removePhoto(actor, personId);
      return data<EditAnswer>({ saved: 'photoRemoved' });
    case 'anniversaries-off':
    case 'anniversaries-on':
      await people.showAnniversaries(actor, personId, form.get('intent') === 'anniversaries-on');
      return data<EditAnswer>({ saved: 'anniversaries' });
    case 'board-off':
    case 'board-on':
      await pinboard.switchBoard(actor, form.get('intent') === 'board-off');
      return data<EditAnswer>({ saved: 'board' });
    case 'unblock':
      await pinboard.unblock(actor, String(form.get('personId')));
      return data<EditAnswer>({ saved: 'board' });
    default:
      throw new Response(null, { status: 400 });
  }
}

/** The file of the form; one without bytes where none was chosen. */
async function uploadIn(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get('file');
  if (!(file instanceof File)) return { name: '', bytes: new Uint8Array() };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function saving(name: FormName, form: FormData, work: () => Promise<unknown>) {
  try {
    await work();
    return data<EditAnswer>({ saved: name });
  } catch (error) {
    const answer = { form: name, errors: fieldErrors(error), values: typedTexts(form) };
    return data<EditAnswer>(answer, { status: 400 });
  }
}
