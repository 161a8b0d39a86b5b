import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { fieldErrors, withProblems } from '#app/shell/with-errors.ts';
import type { FileView } from '#server/domain/conversation/entry.view.ts';

/** What an upload answers: the file as it is kept, or the key of what was wrong with it. */
export type UploadAnswer = { file: FileView; error?: undefined } | { file?: undefined; error: string };

/** Which of the reader's own uploads wait still to be attached. */
export type WaitingUploads = { files: FileView[] };

/** Asked for with `?id=`, once for each: a draft comes back, and its files may be gone. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const files = await context.services.files.waiting(actor, new URL(request.url).searchParams.getAll('id'));
  const headers = { 'Cache-Control': 'private, no-store' };
  return Response.json({ files } satisfies WaitingUploads, { headers });
});

/** Takes one file at a time, before it is attached to anything; `intent=remove` throws one's own away again. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { files } = context.services;
  const form = await request.formData();
  if (form.get('intent') === 'remove') {
    await files.remove(actor, String(form.get('id')));
    return Response.json({});
  }
  const file = form.get('file');
  if (!(file instanceof File)) return refuse('files.empty');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return Response.json({
      file: await files.store(actor, { name: file.name, bytes }),
    } satisfies UploadAnswer);
  } catch (error) {
    return refuse(fieldErrors(error).file?.[0] ?? 'error.invalid');
  }
});

function refuse(error: string): Response {
  return Response.json({ error } satisfies UploadAnswer, { status: 400 });
}
