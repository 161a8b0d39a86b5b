import { FIELD_VISIBILITIES, type FieldVisibilityName } from '#server/domain/people/people.schema.ts';

type Input = Record<string, { value?: string; visibility?: FieldVisibilityName }>;

/**
 * The company's own fields of the profile form: `custom.<slug>` and `custom.<slug>Visibility`, of which the first is missing
 * where people operations fill the field in.
 */
export function readCompanyFields(form: FormData): Input {
  const input: Input = {};
  for (const [name, value] of form) {
    const [, slug, isVisibility] = /^custom\.([a-z][a-z0-9_]*)(Visibility)?$/.exec(name) ?? [];
    if (!slug || typeof value !== 'string') continue;
    const visibility = FIELD_VISIBILITIES.find((one) => one === value);
    input[slug] = { ...input[slug], ...(isVisibility ? visibility && { visibility } : { value }) };
  }
  return input;
}

/** What people operations fill in for somebody, by slug: `fill.<slug>`. */
export function readFilled(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    const [, slug] = /^fill\.([a-z][a-z0-9_]*)$/.exec(name) ?? [];
    if (slug && typeof value === 'string') values[slug] = value;
  }
  return values;
}
