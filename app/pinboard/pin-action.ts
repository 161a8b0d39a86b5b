import { type ActionFunctionArgs, data } from '@remix-run/node';
import { parseForm, typedText, typedTexts } from '#app/shell/forms/parse-form.ts';
import { type FlurfunkContext, requireActor } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { answerInput, forwardInput, pinInput } from '#server/domain/pinboard/pinboard.schema.ts';

/** What a form on a board gets back. */
export type PinAnswer = {
  intent: string;
  ok: boolean;
  entryId?: string;
  errors?: Record<string, string[]>;
  values?: Record<string, string>;
};

/** The action of the pages that show a board or a pin: their forms without script. */
export async function pinAction(args: ActionFunctionArgs) {
  const answer = await answerPin(args);
  return data<PinAnswer>(answer, { status: answer.ok ? 200 : 400 });
}

/** Every form on a board and on a pin's own page, told apart by `intent`. */
export async function answerPin({ context, request }: ActionFunctionArgs): Promise<PinAnswer> {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const intent = typedText(form, 'intent');
  try {
    return { intent, ...(await act(context, actor, intent, form)) };
  } catch (error) {
    return { intent, ok: false, errors: toErrors(error), values: typedTexts(form) };
  }
}

async function act(
  context: FlurfunkContext,
  actor: Actor,
  intent: string,
  form: FormData,
): Promise<Omit<PinAnswer, 'intent'>> {
  const { pinboard } = context.services;
  const entryId = String(form.get('entryId') ?? '');
  switch (intent) {
    case 'place': {
      const input = parseForm(pinInput, form);
      return input.ok ? { ok: true, entryId: (await pinboard.placePin(actor, input.value)).id } : input;
    }
    case 'answer': {
      const input = parseForm(answerInput, form);
      return input.ok ? { ok: true, entryId: (await pinboard.answer(actor, input.value)).id } : input;
    }
    case 'forward': {
      const input = parseForm(forwardInput, form);
      if (!input.ok) return input;
      await pinboard.forward(actor, input.value);
      return { ok: true, entryId };
    }
    case 'let-forward':
    case 'keep-here':
      await pinboard.decideForward(actor, { entryId, agree: intent === 'let-forward' });
      return { ok: true, entryId };
    case 'decline':
      await pinboard.decline(actor, entryId);
      return { ok: true, entryId };
    case 'accept':
      await pinboard.accept(actor, entryId);
      return { ok: true, entryId };
    case 'accept-comment':
      await pinboard.acceptComment(actor, { entryId, commentId: String(form.get('commentId') ?? '') });
      return { ok: true, entryId };
    case 'ask-again':
      await pinboard.askAgain(actor, entryId);
      return { ok: true, entryId };
    case 'share':
      await pinboard.share(actor, entryId);
      return { ok: true, entryId };
    case 'unshare':
      await pinboard.withdrawConsent(actor, entryId);
      return { ok: true, entryId };
    case 'top':
      await pinboard.keepOnTop(actor, entryId);
      return { ok: true, entryId };
    case 'hide':
      await pinboard.hide(actor, entryId);
      return { ok: true, entryId };
    case 'show':
      await pinboard.show(actor, entryId);
      return { ok: true, entryId };
    case 'remove':
      await pinboard.remove(actor, entryId);
      return { ok: true, entryId };
    case 'undoRemove':
      await pinboard.undoRemove(actor, entryId);
      return { ok: true, entryId };
    case 'block':
      await pinboard.block(actor, String(form.get('personId')));
      return { ok: true };
    case 'unblock':
      await pinboard.unblock(actor, String(form.get('personId')));
      return { ok: true };
    default:
      return { ok: false };
  }
}

/** A refusal with words of its own belongs to the form it answers; anything else to the error page. */
function toErrors(error: unknown): Record<string, string[]> {
  const details = error instanceof Error && 'details' in error ? (error.details as { message?: string }) : {};
  if (details.message) return { form: [details.message] };
  return fieldErrors(error);
}
