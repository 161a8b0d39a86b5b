import type { ChooseImport } from '#server/domain/imports/import.schema.ts';
import type { ChangeFilter } from '#server/domain/imports/import.view.ts';

const ENTITIES = [
  'unit',
  'person',
  'account',
  'position',
  'assignment',
  'line',
  'project',
  'responsibility',
] as const;
const ACTIONS = ['create', 'change', 'end'] as const;

/** Which rows the address asks for. */
export function readFilter(params: URLSearchParams): ChangeFilter & { all?: string } {
  const from = Number(params.get('from'));
  const all = params.get('all');
  return {
    entity: ENTITIES.find((name) => name === params.get('entity')),
    action: ACTIONS.find((name) => name === params.get('action')),
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
    ...(all ? { all } : {}),
  };
}

/** The choices of the columns' form or of the decisions' form. */
export function readChoice(form: FormData): ChooseImport {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  if (form.getAll('intent').at(-1) === 'remedies')
    return { remedies: Object.fromEntries(named(form, 'remedy:')) };
  const kind = text('kind');
  const mapping = Object.fromEntries(
    named(form, 'column:').flatMap(([header, field]) => (field ? [[field, header]] : [])),
  );
  return {
    source: text('source'),
    mapping,
    ...(kind ? { kind: kind as NonNullable<ChooseImport['kind']> } : {}),
  };
}

function named(form: FormData, prefix: string): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string'
      ? [[name.slice(prefix.length), value] as [string, string]]
      : [],
  );
}
