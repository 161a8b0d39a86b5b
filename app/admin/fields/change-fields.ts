import { data, redirect } from '@remix-run/node';
import { type FormErrors, parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { FlurfunkContext } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { fieldInput, newFieldInput } from '#server/domain/people/fields/company-field.schema.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';

/** What a form of the page gets back: what is wrong in which form, or which field has just been retired. */
export type FieldsAnswer = {
  /** The field that the form is about; empty for a new one. */
  slug: string;
  retired?: true;
  errors?: FormErrors;
  values?: Record<string, string>;
};

/** Every form of the page of the company's profile fields, told apart by `intent`. */
export async function changeFields({ services }: FlurfunkContext, actor: Actor, form: FormData) {
  const { fields } = services;
  const slug = String(form.get('slug') ?? '');
  if (!isStorable(slug)) throw new Response(null, { status: 404 });
  const refuse = (errors: FormErrors) =>
    data<FieldsAnswer>({ slug, errors, values: typedTexts(form) }, { status: 400 });
  switch (form.get('intent')) {
    case 'add': {
      const parsed = parseForm(newFieldInput, form);
      if (!parsed.ok) return refuse(parsed.errors);
      return saving(() => fields.add(actor, parsed.value), refuse);
    }
    case 'change': {
      const parsed = parseForm(fieldInput, form);
      if (!parsed.ok) return refuse(parsed.errors);
      return saving(() => fields.change(actor, slug, parsed.value), refuse);
    }
    case 'up':
    case 'down':
      await fields.move(actor, slug, form.get('intent') === 'up' ? 'up' : 'down');
      return redirect(PAGE, 303);
    case 'retire':
      await fields.retire(actor, slug);
      return data<FieldsAnswer>({ slug, retired: true });
    case 'bring-back':
      await fields.bringBack(actor, slug);
      return redirect(PAGE, 303);
    default:
      throw new Response(null, { status: 400 });
  }
}

const PAGE = '/admin/fields';

async function saving<T>(work: () => Promise<unknown>, refuse: (errors: FormErrors) => T) {
  try {
    await work();
    return redirect(PAGE, 303);
  } catch (error) {
    return refuse(fieldErrors(error));
  }
}
