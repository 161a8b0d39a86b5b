import { typedTexts } from '#app/shell/forms/parse-form.ts';
import type { Actor, Services } from '#app/shell/load-context.ts';
import { asDomainError, fieldErrors } from '#app/shell/with-errors.ts';
import type { EditInput } from '#server/domain/organisation/editing/edit.schema.ts';
import type { EditAnswer } from './edit-desk.ts';

/** Looks at what would follow from an edit, makes it, or takes one back: told apart by `intent`. */
export async function actOnChart(
  { organisation }: Services,
  editor: Actor,
  form: FormData,
): Promise<Exclude<EditAnswer, { errors: unknown }>> {
  switch (form.get('intent')) {
    case 'preview':
      return { preview: await organisation.previewEdit(editor, editOf(form)) };
    case 'apply':
      return { done: await organisation.editChart(editor, editOf(form)) };
    case 'undo':
      await organisation.undoEdit(editor, String(form.get('editId')));
      return { undone: String(form.get('editId')) };
    default:
      throw new Response(null, { status: 400 });
  }
}

/** The service reads it again, field by field. */
function editOf(form: FormData): EditInput {
  const { edit, ...fields } = typedTexts(form);
  return { ...fields, kind: edit } as EditInput;
}

/** What somebody else did meanwhile stands above the form, what is wrong with a field at the field. */
export function editFaults(error: unknown): Record<string, string[]> {
  const conflict = asDomainError(error);
  if (conflict?.code === 'conflict') return { form: [conflict.details?.message ?? 'error.conflictText'] };
  return fieldErrors(error);
}
