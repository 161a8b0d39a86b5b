import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { addField } from './add-field.ts';
import { changeField } from './change-field.ts';
import { mayDefineFields, mayFillFields } from './company-field.policy.ts';
import type { FieldInput, NewFieldInput } from './company-field.schema.ts';
import { type DefinedField, definedFields } from './company-fields.queries.ts';
import { fillFields } from './fill-fields.ts';
import { fillableFields } from './fillable-fields.queries.ts';
import { moveField } from './move-field.ts';
import { setRetired } from './set-retired.ts';

/** Profile fields of the company's own: which there are, and those that are filled in for people. */
export function createFieldsService(parts: Parts) {
  return {
    /** All fields, retired ones last. @throws AppError forbidden */
    async defined(actor: Actor): Promise<DefinedField[]> {
      if (!mayDefineFields(actor)) throw new AppError('forbidden');
      return definedFields(parts.db);
    },
    /** @throws AppError forbidden, invalid */
    add: (actor: Actor, input: NewFieldInput) => addField(parts, actor, input),
    /** @throws AppError forbidden, not_found, invalid */
    change: (actor: Actor, slug: string, input: FieldInput) => changeField(parts, actor, slug, input),
    /** @throws AppError forbidden, not_found */
    move: (actor: Actor, slug: string, direction: 'up' | 'down') => moveField(parts, actor, slug, direction),
    /** @throws AppError forbidden, not_found */
    retire: (actor: Actor, slug: string) => setRetired(parts, actor, slug, true),
    /** @throws AppError forbidden, not_found */
    bringBack: (actor: Actor, slug: string) => setRetired(parts, actor, slug, false),
    mayFill: (actor: Actor): boolean => mayFillFields(actor),
    /** @throws AppError forbidden */
    fillable: (actor: Actor, personId: string) => fillableFields(parts.db, actor, personId),
    /** @throws AppError forbidden, not_found, invalid */
    fill: (actor: Actor, personId: string, values: Record<string, string>) =>
      fillFields(parts, actor, personId, values),
  };
}
