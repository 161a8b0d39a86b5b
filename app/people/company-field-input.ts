import { FIELD_VISIBILITIES, type FieldVisibilityName } from '#server/domain/people/people.schema.ts';

type Input = Record<string, { value: string; visibility?: FieldVisibilityName }>;

/** The company's own fields of the profile form: `custom.<slug>` and `custom.<slug>Visibility`. */
export function readCompanyFields(form: FormData): Input {
  const input: Input = {};
  for (const [name, value] of form) {
    const slug = /^custom\.([a-z][a-z0-9_]*)$/.exec(name)?.[1];
    if (!slug || typeof value !== 'string') continue;
    const chosen = FIELD_VISIBILITIES.find((one) => one === form.get(`${name}Visibility`));
    input[slug] = chosen ? { value, visibility: chosen } : { value };
  }
  return input;
}
