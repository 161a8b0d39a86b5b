/** Somebody who speaks HTTP with the server and keeps their cookies, without a browser. */
export type Client = {
  get: (address: string) => Promise<Answer>;
  post: (address: string, form: Record<string, string>) => Promise<Answer>;
};
export type Answer = { status: number; location: string; text: string };

/** A client that is signed in; without a name, a visitor. */
export async function client(url: string, name?: string, password = 'flurfunk-demo'): Promise<Client> {
  const cookies = new Map<string, string>();
  const ask = async (address: string, init: RequestInit = {}): Promise<Answer> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { origin: url, ...(cookie ? { cookie } : {}) };
    const response = await fetch(url + address, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(key);
      else cookies.set(key, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, text: await response.text() };
  };
  const post = (address: string, form: Record<string, string>) =>
    ask(address, { method: 'POST', body: new URLSearchParams(form) });
  if (name !== undefined) {
    const { status } = await post('/sign-in', { name, password });
    if (status !== 303) throw new Error(`${name} could not sign in: ${status}`);
  }
  return { get: (address) => ask(address), post };
}
