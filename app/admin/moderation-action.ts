import { type ParsedForm, parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { FlurfunkContext } from '#app/shell/load-context.ts';
import { fieldErrors } from '#app/shell/with-errors.ts';
import { reasonSchema } from '#server/domain/conversation/entry.schema.ts';
import { suspendSchema } from '#server/domain/conversation/moderation/suspension.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';

type Conversation = FlurfunkContext['services']['conversation'];
/** What was wrong with a form, and what stood in it. */
export type Refused = Omit<Extract<ParsedForm<unknown>, { ok: false }>, 'ok'>;

/** Does what a moderator's form asks for; resolves to what was wrong with it. */
export async function decide(
  conversation: Conversation,
  actor: Actor,
  form: FormData,
): Promise<Refused | null> {
  const intent = form.get('intent');
  try {
    switch (intent) {
      case 'suspend': {
        const parsed = parseForm(suspendSchema, form);
        if (!parsed.ok) return parsed;
        await conversation.suspend(actor, parsed.value);
        return null;
      }
      case 'lift':
        await conversation.liftSuspension(actor, String(form.get('suspensionId')));
        return null;
      case 'hide':
      case 'dismiss':
      case 'uphold':
      case 'grant': {
        const parsed = parseForm(reasonSchema, form);
        if (!parsed.ok) return parsed;
        const { value } = parsed;
        if (intent === 'hide') await conversation.hideEntry(actor, value);
        else if (intent === 'dismiss') await conversation.dismissReports(actor, value);
        else await conversation.decideContest(actor, { ...value, restore: intent === 'grant' });
        return null;
      }
      default:
        throw new Response(null, { status: 400 });
    }
  } catch (error) {
    return { errors: fieldErrors(error), values: typedTexts(form) };
  }
}
