import type { z } from 'zod';
import { everyText, fewTexts, hostileTexts } from '#tests/setup/hostile-texts.ts';
import { type PageAnswer, send } from '#tests/setup/page-call.ts';
import type { Fields, Form } from './forms.ts';
import type { House } from './house.ts';
import { listen, namesIn } from './names-read.ts';

type Sent = PageAnswer | { crashed: string };
type Known = { names: string[]; free: string[]; schemas: z.ZodType[] };

const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/;
/** Never sent back: see parse-form.ts. */
const SECRET = /password|code|token|repeated|current/i;
/** Of what is longer than any text may be, only a part comes back. */
const COMES_BACK = 3_000;

/** Sends a form as it is meant, but for the fields given. */
export async function submit(house: House, form: Form, given: Fields = {}): Promise<Sent> {
  await form.before?.();
  const fields = await fieldsOf(form);
  const call = {
    file: form.file,
    actor: form.as && house.people[form.as],
    params: form.params ?? {},
    query: form.query ?? {},
    visitor: form.visitor?.() ?? {},
  };
  const sent = { ...fields, ...given, ...(form.intent && { intent: form.intent }) };
  return send(house.world, call, sent).catch((error) => ({ crashed: String(error) }));
}

const fieldsOf = async ({ fields }: Form): Promise<Fields> =>
  typeof fields === 'function' ? fields() : fields;

export const isTaken = (sent: Sent) => 'status' in sent && sent.status < 400;

/** What a form asks for, heard from its action, and which of its fields take any words at all. */
export async function knowForm(house: House, form: Form): Promise<Known> {
  const { names: heard, own, schemas } = await listen(() => submit(house, form));
  const notTyped = [...own, 'intent', 'toJSON'];
  const names = [...new Set([...heard, ...Object.keys(await fieldsOf(form))])].filter(
    (name) => !notTyped.includes(name),
  );
  const free: string[] = [];
  for (const name of names) if (isTaken(await submit(house, form, { [name]: 'Words' }))) free.push(name);
  return { names, free, schemas: [...schemas] };
}

/** Every string alone in every field of a schema: it is read, or refused; nothing else. */
export async function faultsOfSchemas({ schemas }: Known): Promise<unknown[]> {
  const texts = await everyText();
  return schemas.flatMap((schema) =>
    namesIn(schema).flatMap((name) =>
      texts.flatMap((text) => {
        try {
          schema.safeParse({ [name]: text });
          return [];
        } catch (error) {
          return [[name, text.slice(0, 60), String(error)]];
        }
      }),
    ),
  );
}

/**
 * The most telling strings, each alone in the fields of a form: in all that take words at once, in all that a schema
 * reads otherwise, and in each other one.
 */
export async function faultsOfForm(house: House, form: Form, known: Known): Promise<string[]> {
  const inSchemas = known.schemas.flatMap(namesIn);
  const bound = known.names.filter((name) => !known.free.includes(name));
  const nonsense = [
    bound.filter((name) => inSchemas.includes(name)),
    ...bound.filter((name) => !inSchemas.includes(name)).map((name) => [name]),
  ];
  const found: string[] = [];
  const tryAll = async (names: string[], texts: string[]) => {
    if (names.length === 0) return;
    for (const text of texts) {
      const fault = await faultOf(house, form, names, text);
      if (fault) found.push(`${names.join(' ')}: ${text.slice(0, 60)}: ${JSON.stringify(fault)}`);
    }
  };
  await tryAll(
    known.free,
    (await hostileTexts()).map(([, text]) => text),
  );
  for (const names of nonsense) await tryAll(names, await fewTexts());
  return found;
}

async function faultOf(house: House, form: Form, names: string[], text: string): Promise<unknown> {
  const sent = await submit(house, form, Object.fromEntries(names.map((name) => [name, text])));
  const fault = faultIn(form, sent, names, text);
  if (fault || names.length === 1 || !('body' in sent) || sent.status !== 400) return fault;
  // What one field refuses is not to hide what the others make of it.
  const rest = names.filter((name) => !Object.keys(errorsIn(sent)).includes(name));
  return rest.length > 0 && rest.length < names.length ? faultOf(house, form, rest, text) : null;
}

const errorsIn = ({ body }: PageAnswer) => (body.errors ?? {}) as Record<string, string[]>;

/** UTF-8 has no half of a surrogate pair: a browser sends another sign. */
const onTheWire = (text: string) => Buffer.from(text).toString();

/** What is wrong with the answer to a text that stood in these fields; null for nothing. */
export function faultIn(form: Form, sent: Sent, names: string[], text: string): unknown {
  if ('crashed' in sent) return sent.crashed;
  if (sent.status >= 500) return String(sent.broke).slice(-500);
  if (sent.status !== 400) return null;
  const keys = Object.values(errorsIn(sent)).flat();
  // A button that names something that is not there leads to the error page, which has words for it.
  if (form.button && sent.body.code === 'invalid') return null;
  if (keys.length === 0 || !keys.every((key) => MESSAGE_KEY.test(key))) return sent.body;
  if (form.keepsItself || text.length > COMES_BACK) return null;
  const values = (sent.body.values ?? {}) as Record<string, string>;
  const lost = names.filter((name) => !SECRET.test(name) && values[name] !== onTheWire(text));
  return lost.length > 0 ? { lost } : null;
}
