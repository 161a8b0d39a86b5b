import type { ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { fieldErrors, withProblems } from '#app/shell/with-errors.ts';
import type { FileView } from '#server/domain/conversation/entry.view.ts';

/** What an upload answers: the file as it is kept, or the key of what was wrong with it. */
export type UploadAnswer = { file: FileView; error?: undefined } | { file?: undefined; error: string };

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
