import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { type Actor, requireActor, type Services } from '#app/shell/load-context.ts';
import { asDomainError, fieldErrors, withProblems } from '#app/shell/with-errors.ts';
import type { EditInput } from '#server/domain/organisation/editing/edit.schema.ts';
import type { EditAnswer, EditDesk } from './edit-desk.ts';

/** A seat as whoever edits it needs it, and what was done to its chart of late. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams;
  const chartId = params.get('chart') ?? '';
  const { services } = context;
  const editor = await services.projects.chartEditor(requireActor(context, request), chartId);
  const position = params.get('position');
  const [edits, seat, units, sites] = await Promise.all([
    services.organisation.chartEdits(editor, chartId),
    position ? services.organisation.seatToEdit(editor, position).catch(noneWhereGone) : null,
    services.organisation.units(),
    services.organisation.sites(),
  ]);
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, name }));
  return Response.json({ seat, edits, units: named(units), sites: named(sites) } satisfies EditDesk);
});

/** A seat that has just been taken away: the page brings another one into focus. */
function noneWhereGone(error: unknown): null {
  if (asDomainError(error)?.code === 'not_found') return null;
  throw error;
}

export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const editor = await context.services.projects.chartEditor(actor, String(form.get('chartId')));
  try {
    return data(await act(context.services, editor, form));
  } catch (error) {
    return data<EditAnswer>({ errors: faultsOf(error), values: typedTexts(form) }, { status: 400 });
  }
});

async function act({ organisation }: Services, editor: Actor, form: FormData): Promise<EditAnswer> {
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
function faultsOf(error: unknown): Record<string, string[]> {
  const conflict = asDomainError(error);
  if (conflict?.code === 'conflict') return { form: [conflict.details?.message ?? 'error.conflictText'] };
  return fieldErrors(error);
}
