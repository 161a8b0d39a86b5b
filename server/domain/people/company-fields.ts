import { z } from 'zod';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { FIELD_VISIBILITIES } from './people.schema.ts';

/** Profile fields that this company added, kept under the setting `people.fields`. */
const companyField = z.object({
  /** Stored as `custom.<slug>`. */
  slug: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  labelEn: z.string().min(1).max(60),
  labelDe: z.string().min(1).max(60),
  visibility: z.enum(FIELD_VISIBILITIES).default('unit'),
});
export type CompanyField = z.output<typeof companyField>;

const SETTING = 'people.fields';

/** The company's own profile fields, in the order it gave them; none unless it defined some. */
export async function companyFields(db: Database | Tx): Promise<CompanyField[]> {
  const setting = await db.setting.findUnique({ where: { key: SETTING } });
  const parsed = z.array(companyField).safeParse(setting?.value ?? []);
  return parsed.success ? parsed.data : [];
}

/** The key under which a company-defined field is stored. */
export function companyFieldKey(slug: string): string {
  return `custom.${slug}`;
}
