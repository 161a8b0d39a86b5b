import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { requireActor } from '#app/shell/load-context.ts';
import { asDomainError, withProblems } from '#app/shell/with-errors.ts';
import { actOnChart, editFaults } from './edit-action.ts';
import type { EditAnswer } from './edit-desk.ts';
import { loadDesk } from './load-desk.ts';

/** What lies before whoever edits a chart, for the panel beside it; seat.route.tsx is the page for it. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const params = new URL(request.url).searchParams;
  const chartId = params.get('chart') ?? '';
  const { services } = context;
  const editor = await services.projects.chartEditor(requireActor(context, request), chartId);
  const desk = (position: string | null) => loadDesk(services, editor, chartId, position);
  return Response.json(await desk(params.get('position')).catch(whereGone(() => desk(null))));
});

/** A seat that has just been taken away: the page brings another one into focus. */
function whereGone<T>(instead: () => Promise<T>) {
  return (error: unknown) => {
    if (asDomainError(error)?.code === 'not_found') return instead();
    throw error;
  };
}

export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const editor = await context.services.projects.chartEditor(actor, String(form.get('chartId')));
  try {
    return data<EditAnswer>(await actOnChart(context.services, editor, form));
  } catch (error) {
    return data<EditAnswer>({ errors: editFaults(error), values: typedTexts(form) }, { status: 400 });
  }
});
