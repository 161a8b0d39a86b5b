import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate, useRevalidator } from '@remix-run/react';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { type Actor, requireActor, type Services } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { actOnChart, editFaults } from './edit-action.ts';
import type { Done, PlainAnswer } from './edit-desk.ts';
import { EditSections } from './edit-sections.tsx';
import { findTyped } from './find-typed.ts';
import { loadDesk } from './load-desk.ts';
import { PlainAnswerContext } from './plain-answer.ts';
import { SEAT_DONE, type SeatDone, seatAddress } from './seat-address.ts';
import { useEditDesk } from './use-edit-desk.ts';

export const meta = titled((t) => t('orgEdit.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const { chartId, positionId, editor, params } = await whatAndWho({ context, request });
  const desk = await loadDesk(context.services, editor, chartId, positionId);
  const done = SEAT_DONE.find((one) => one === params.get('done')) ?? null;
  return { chartId, positionId, desk, done };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const { chartId, positionId, editor } = await whatAndWho({ context, request });
  const form = await request.formData();
  const intent = form.get('intent');
  const typed = typedTexts(form);
  const found =
    intent === 'preview' ? await findTyped(context.services, editor, chartId, typed) : { values: typed };
  const answer: PlainAnswer = { edit: typed.edit ?? '', ...found };
  if (answer.errors) return data(answer, { status: 400 });
  if (intent === 'back') return data(answer);
  form.set('chartId', chartId);
  for (const [name, value] of Object.entries(found.values)) form.set(name, value);
  const after = await seatAfter(context.services, editor, positionId, answer.edit);
  try {
    const outcome = await actOnChart(context.services, editor, form);
    if ('preview' in outcome) return data<PlainAnswer>({ ...answer, preview: outcome.preview });
    const seat = 'done' in outcome && answer.edit === 'add' ? outcome.done.positionId : after;
    return redirect(seatAddress(chartId, seat, saidAfter(outcome)));
  } catch (error) {
    return data<PlainAnswer>({ ...answer, errors: editFaults(error) }, { status: 400 });
  }
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

async function whatAndWho({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>) {
  const params = new URL(request.url).searchParams;
  const chartId = params.get('chart') ?? '';
  const actor = requireActor(context, request);
  const editor: Actor = await context.services.projects.chartEditor(actor, chartId);
  return { params, chartId, positionId: params.get('position'), editor };
}

/** A new seat comes before the editor; after one that ends, whoever is above it. */
async function seatAfter(
  { organisation }: Services,
  editor: Actor,
  positionId: string | null,
  edit: string,
): Promise<string | null> {
  if (edit !== 'end' || !positionId) return positionId;
  return (await organisation.seatToEdit(editor, positionId)).manager?.id ?? null;
}

function saidAfter(outcome: { done: Done } | { undone: string }): SeatDone {
  if ('undone' in outcome) return 'undone';
  return outcome.done.from > new Date().toISOString().slice(0, 10) ? 'isPlanned' : 'isDone';
}

/** A seat and all that can be changed about it: the page for those without script, and as good with it. */
export default function SeatPage() {
  const t = useT();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { chartId, positionId, desk: loaded, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const onChanged = (made: Done | null, kind: string) => {
    if (made && kind === 'add') navigate(seatAddress(chartId, made.positionId));
    else if (made && kind === 'end') navigate(seatAddress(chartId, desk.seat?.manager?.id ?? null));
    else revalidate();
  };
  const handle = useEditDesk(chartId, positionId, onChanged, loaded);
  const desk = handle.desk ?? loaded;
  const chart = `/org?${new URLSearchParams({ chart: chartId, ...(positionId && { focus: positionId }) })}`;
  const fault = answer?.edit === '' && answer.errors?.form?.[0];
  return (
    <Page title={desk.seat?.label || t('orgEdit.title')} intro={desk.seat?.title}>
      <div className="flex flex-col gap-4 px-4 md:px-0">
        <BackLink to={chart}>{t('orgEdit.toChart')}</BackLink>
        {done && !answer && <Notice tone="ok">{t(`orgEdit.${done}`)}</Notice>}
        {fault && <Notice tone="bad">{t.maybe(fault)}</Notice>}
        <PlainAnswerContext.Provider value={answer}>
          <EditSections desk={desk} handle={handle} chartId={chartId} dropped={null} />
        </PlainAnswerContext.Provider>
      </div>
    </Page>
  );
}
