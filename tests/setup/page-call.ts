import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import '#app/messages/load-all.ts';
import type { FlurfunkContext } from '#app/shell/load-context.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { World } from './world.ts';

type RouteModule = {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
};
const MODULES = import.meta.glob<RouteModule>('../../app/**/*.route.{ts,tsx}');

/** What a page's own loader or action said: its status, what its component would be given, and what broke. */
export type PageAnswer = { status: number; body: Record<string, unknown>; broke?: unknown };
export type Call = {
  /** The route's file, as the map of the house names it. */
  file: string;
  actor: Actor | null;
  params?: Record<string, string>;
  /** What stands in the address of a form. */
  query?: Record<string, string>;
  visitor?: Partial<Visitor>;
};
type Value = string | string[] | File;

/** Sends a form to the action of a route, as the server does, without a server: as browsers do, in parts where it has a file. */
export async function send(world: World, call: Call, fields: Record<string, Value>): Promise<PageAnswer> {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  const withFile = parts.some(([, value]) => value instanceof File);
  const body = withFile ? form : new URLSearchParams(parts as [string, string][]);
  const { action } = await moduleOf(call);
  const address = `${ADDRESS}?${new URLSearchParams(call.query)}`;
  return answerOf(world, call, new Request(address, { method: 'POST', body }), action);
}

/** Asks the loader of a route with a query. */
export async function ask(world: World, call: Call, query: URLSearchParams): Promise<PageAnswer> {
  const { loader } = await moduleOf(call);
  return answerOf(world, call, new Request(`${ADDRESS}?${query}`), loader);
}

async function moduleOf({ file }: Call): Promise<RouteModule> {
  const load = MODULES[`../../app/${file}`];
  if (!load) throw new Error(`There is no app/${file}.`);
  return load();
}

function contextOf(
  { services, clock, parts }: World,
  { actor, visitor }: Call,
  error: FlurfunkContext['log']['error'],
): FlurfunkContext {
  return {
    services,
    actor,
    visitor: {
      address: '192.0.2.1',
      userAgent: 'a test',
      deviceToken: null,
      requestId: 'request',
      local: true,
      ...visitor,
    },
    locale: { language: 'en', tone: 'du', timeZone: 'Europe/Berlin' },
    nonce: 'nonce',
    requestId: 'request',
    encoding: null,
    config: {
      appUrl: parts.config.appUrl,
      companyName: 'Flurfunk',
      brandHue: 205,
      production: false,
      terminalSeconds: 120,
    },
    session: { terminal: false, start: () => {}, end: () => {}, rememberLanguage: () => {} },
    timing: { measure: (_name, work) => work() },
    log: { error },
    now: () => clock.now(),
  };
}

const ADDRESS = 'https://flurfunk.test/';
type WithInit = { data: unknown; init: ResponseInit | null };

/** Returned or thrown, a response or data: what the browser would be told. */
async function answerOf(
  world: World,
  call: Call,
  request: Request,
  work: RouteModule['loader'] & RouteModule['action'],
): Promise<PageAnswer> {
  let broke: unknown;
  const context = contextOf(world, call, (details) => {
    broke = (details as { err: unknown }).err;
  });
  const working = async () => work?.({ context, params: call.params ?? {}, request });
  const said = await working().catch((thrown: unknown) => {
    if (thrown instanceof Error) throw thrown;
    return thrown;
  });
  return { ...(await readAnswer(said)), ...(broke !== undefined && { broke }) };
}

async function readAnswer(said: unknown): Promise<PageAnswer> {
  if (said instanceof Response) {
    const json = /json/.test(said.headers.get('content-type') ?? '');
    return { status: said.status, body: json ? await said.json() : {} };
  }
  if (typeof said === 'object' && said !== null && 'init' in said && 'data' in said) {
    const { data, init } = said as WithInit;
    return { status: init?.status ?? 200, body: (data ?? {}) as Record<string, unknown> };
  }
  return { status: 200, body: (said ?? {}) as Record<string, unknown> };
}
