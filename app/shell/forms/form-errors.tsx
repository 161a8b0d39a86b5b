import { useT } from '#app/shell/i18n.tsx';
import type { FormErrors } from './parse-form.ts';

/** The first fault of a field, in the reader's words; for `<Field error={…}>`. */
export function useFieldError(errors: FormErrors | undefined): (field: string) => string | undefined {
  const t = useT();
  return (field) => {
    const key = errors?.[field]?.[0];
    return key === undefined ? undefined : t.maybe(key);
  };
}
