import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { asDomainError, withErrors } from '#app/shell/with-errors.ts';
import { ImportRuns } from './import-runs.tsx';
import { ImportUpload } from './import-upload.tsx';

export const meta = titled((t) => t('import.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  return { runs: await context.services.imports.list(actor) };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const file = form.get('file');
  // A form without a chosen file sends one without a name.
  if (!(file instanceof File) || file.name === '')
    return data({ error: 'import.fileMissing' }, { status: 400 });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const runId = await context.services.imports.start(actor, { fileName: file.name, bytes });
    return redirect(`/admin/import/${runId}`, 303);
  } catch (error) {
    const told = asDomainError(error);
    if (!told || !['too_large', 'unsupported'].includes(told.code)) throw error;
    return data(
      { error: told.details?.message ?? 'import.errorFailed' },
      { status: told.code === 'too_large' ? 413 : 415 },
    );
  }
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

export default function ImportList() {
  const { runs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <Page title={t('import.title')} intro={t('import.intro')}>
      <ImportUpload error={answer?.error} />
      <ImportRuns runs={runs} />
    </Page>
  );
}
