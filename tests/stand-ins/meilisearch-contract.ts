import excerpt from './meilisearch-excerpt.json' with { type: 'json' };

type Shape = { required: string[]; properties: Record<string, string[]>; closed: boolean };
export type ShapeName = keyof (typeof excerpt)['schemas'];

/** What a value breaks of the published interface: fields that are missing, unknown, or of another type. */
export function breaches(name: ShapeName, value: unknown): string[] {
  const shape = excerpt.schemas[name] as unknown as Shape;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${name}: not an object`];
  const given = value as Record<string, unknown>;
  const missing = shape.required
    .filter((field) => given[field] === undefined)
    .map((field) => `${field} is missing`);
  const wrong = Object.entries(given).flatMap(([field, content]) => {
    if (content === undefined) return [];
    const types = shape.properties[field];
    if (!types) return shape.closed ? [`${field} is unknown`] : [];
    return types.length === 0 || types.includes(typeOf(content)) ? [] : [`${field} is ${typeOf(content)}`];
  });
  return [...missing, ...wrong].map((fault) => `${name}: ${fault}`);
}

/** The statuses that an operation may answer with. */
export function allowedStatuses(path: string, method: string): string[] {
  const paths = excerpt.paths as Record<string, Record<string, string[]>>;
  return paths[path]?.[method.toLowerCase()] ?? [];
}

function typeOf(content: unknown): string {
  if (content === null) return 'null';
  if (Array.isArray(content)) return 'array';
  if (typeof content === 'number') return Number.isInteger(content) ? 'integer' : 'number';
  return typeof content;
}
