import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import type { Edit } from './edit.schema.ts';

/**
 * Unit, site and person of an edit are there on its day.
 * @throws AppError invalid at the field
 */
export async function assertChoices(tx: Tx, edit: Edit, from: Date): Promise<void> {
  if ('unitId' in edit && edit.unitId) {
    const unit = await tx.orgUnit.findUnique({ where: { id: edit.unitId } });
    if (!unit || (unit.validTo && unit.validTo <= from)) throw invalid({ unitId: ['error.choose'] });
  }
  if ('siteId' in edit && edit.siteId) {
    if (!(await tx.site.findUnique({ where: { id: edit.siteId } })))
      throw invalid({ siteId: ['error.choose'] });
  }
  if ('personId' in edit) {
    const person = await tx.person.findUnique({ where: { id: edit.personId } });
    if (!person || person.erasedAt) throw invalid({ personId: ['error.choose'] });
    if (person.endsOn && person.endsOn <= from) throw invalid({ personId: ['orgEdit.hasLeft'] });
  }
}
