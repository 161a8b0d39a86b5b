import type { Refusal } from '#app/account/refusal.ts';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import type { Actor, Services } from '#app/shell/load-context.ts';
import {
  changeAccountSchema,
  endDateSchema,
  grantSchema,
  inviteSchema,
} from '#server/domain/identity/identity.schema.ts';
import type { IssuedSlip } from './slip.tsx';

export type AccountAnswer = Refusal & { slip?: IssuedSlip };

/**
 * Does what one of the forms on an account's page asks for. Null: done, show the page again; else what to show with
 * it: faults at their fields, or a code, which is shown once and never stands in an address.
 */
export async function changeAccount(
  { identity, people }: Pick<Services, 'identity' | 'people'>,
  actor: Actor,
  personId: string,
  form: FormData,
): Promise<AccountAnswer | null> {
  form.set('personId', personId);
  switch (form.get('intent')) {
    case 'invite': {
      const parsed = parseForm(inviteSchema, form);
      if (!parsed.ok) return parsed;
      const issued = await identity.invite(actor, parsed.value);
      return { ...NO_FAULTS, slip: { kind: 'invitation', ...shown(issued), mailed: issued.mailed } };
    }
    case 'reset': {
      const issued = await identity.resetByStaff(actor, personId);
      return { ...NO_FAULTS, slip: { kind: 'reset', ...shown(issued), mailed: false } };
    }
    case 'suspend':
      await identity.setSuspended(actor, { personId, suspended: form.get('suspended') === 'yes' });
      return null;
    case 'account': {
      const parsed = parseForm(changeAccountSchema, form);
      if (!parsed.ok) return parsed;
      await identity.changeAccount(actor, parsed.value);
      return null;
    }
    case 'end': {
      const parsed = parseForm(endDateSchema, form);
      if (!parsed.ok) return parsed;
      await identity.setEndDate(actor, parsed.value);
      return null;
    }
    case 'grant': {
      const [scope = 'company', chosen = ''] = String(form.get('where') ?? 'company').split(':');
      const typed = typedTexts(form);
      // A person who is not in the list was named instead.
      const named = scope === 'person' && !chosen;
      const scopeId = named ? await people.findColleague(actor, typed.whom ?? '') : chosen;
      if (scopeId === null) return { errors: { whom: ['admin.whomUnknown'] }, values: typed };
      form.set('scope', scope);
      form.set('scopeId', scopeId);
      const parsed = parseForm(grantSchema, form);
      if (!parsed.ok) return { errors: parsed.errors, values: typed };
      await identity.giveGrant(actor, parsed.value);
      return null;
    }
    case 'revoke':
      await identity.revokeGrant(actor, String(form.get('grant') ?? ''));
      return null;
    default:
      throw new Response(null, { status: 400 });
  }
}

const NO_FAULTS = { errors: {}, values: {} };

function shown({ code, expiresAt }: { code: string; expiresAt: Date }) {
  return { code, expiresAt: expiresAt.toISOString() };
}
