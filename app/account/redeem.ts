import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { parseForm } from '#app/shell/forms/parse-form.ts';
import { asDomainError } from '#app/shell/with-errors.ts';
import { redeemSchema } from '#server/domain/identity/identity.schema.ts';
import { type Refusal, refused } from './refusal.ts';

/** What the page of a code shows: whose it is, or why it does not work. */
export async function loadCode({ context, params }: LoaderFunctionArgs) {
  const { code } = params;
  if (!code) return data({ code: null, view: null, refusal: null });
  try {
    const view = await context.services.identity.lookAtCode(context.visitor, code);
    return data({ code, view, refusal: null });
  } catch (error) {
    const known = asDomainError(error);
    if (known?.code !== 'gone' && known?.code !== 'rate_limited') throw error;
    const refusal: Refusal = {
      errors: { form: [known.details?.message ?? 'account.codeUnknown'] },
      values: {},
    };
    if (known.details?.retryAfter) refusal.waitMinutes = Math.ceil(known.details.retryAfter / 60);
    return data({ code: null, view: null, refusal }, { status: known.code === 'gone' ? 410 : 429 });
  }
}

/** A typed code leads to its page; a new password uses the code up, signs in and leads on. */
export async function redeem({ context, params, request }: ActionFunctionArgs, kind: 'invitation' | 'reset') {
  const form = await request.formData();
  if (!params.code) {
    const typed = String(form.get('code') ?? '')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '');
    return redirect(`/${kind}/${(typed.match(/.{1,4}/g) ?? []).join('-').slice(0, 60)}`, 303);
  }
  form.set('code', params.code);
  const parsed = parseForm(redeemSchema, form);
  if (!parsed.ok) return data<Refusal>({ errors: parsed.errors, values: {} }, { status: 400 });
  try {
    context.session.start(await context.services.identity.redeemCode(context.visitor, parsed.value));
  } catch (error) {
    return refused(error);
  }
  return redirectDocument(kind === 'invitation' ? '/?welcome=1' : '/', 303);
}
