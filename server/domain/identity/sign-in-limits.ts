import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Parts } from '#server/domain/parts.ts';
import type { Database } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { hashToken } from './token.ts';
import type { Visitor } from './visitor.ts';

const QUARTER = 15 * 60;

/** Failures allowed per quarter of an hour (the account's own: per hour), by what is counted. */
const LIMITS = {
  /** A browser in which this account has signed in before: its own count, nothing from elsewhere reaches it. */
  device: { points: 10, duration: QUARTER },
  /** One name from one address. */
  pair: { points: 8, duration: QUARTER },
  /** One name from everywhere: above what an address alone reaches. Used up, it locks nobody out, it makes `wary`. */
  name: { points: 60, duration: 60 * 60 },
  /**
   * One name that many addresses are guessing, from one neighbourhood (an IPv4 /24, an IPv6 /48): few enough that a
   * botnet gets nowhere, and never none, so that whoever comes to a terminal with the right password gets in.
   */
  wary: { points: 3, duration: QUARTER },
  /**
   * One address, over all names: those that never got in. Behind one address may stand a hall of two hundred who all err
   * at once; whoever gets in takes their own errors off again.
   */
  address: { points: 250, duration: QUARTER },
  /** Wrong codes from one address: a hall with printed codes on its first day; 74 bits are not guessed at this pace. */
  code: { points: 250, duration: QUARTER },
  /** One person's Atom feed: a program that asks every quarter of a minute is broken. */
  feed: { points: 60, duration: QUARTER },
  /** The current password, asked again before it is changed. */
  password: { points: 10, duration: QUARTER },
  /** Mails asked for, per name and per address. */
  mail: { points: 5, duration: 60 * 60 },
  mailAddress: { points: 30, duration: 60 * 60 },
};

type Kind = keyof typeof LIMITS;
export type Attempt = { succeeded(): Promise<void> };

export type SignInLimits = ReturnType<typeof createSignInLimits>;

/**
 * Slows guessing. Counters are kept in PostgreSQL (rate_limit), so that all processes count together. Names are
 * hashed, and counted the same whether an account exists or not.
 */
export function createSignInLimits({ db }: Pick<Parts, 'db'>) {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([kind, limit]) => [
      kind,
      new RateLimiterPostgres({
        ...limit,
        storeClient: queryable(db),
        storeType: 'client',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: kind,
        clearExpiredByTimeout: false,
      }),
    ]),
  ) as Record<Kind, RateLimiterPostgres>;

  /**
   * Counts one attempt on each key and says how many each has now; throws `rate_limited` with the longest wait when one
   * is used up.
   */
  async function count(keys: [Kind, string][]): Promise<number[]> {
    const outcomes = await Promise.allSettled(keys.map(([kind, key]) => limiters[kind].consume(key)));
    let wait = 0;
    const counted: number[] = [];
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') counted.push(outcome.value.consumedPoints);
      else if (outcome.reason instanceof Error) throw outcome.reason;
      else wait = Math.max(wait, Math.ceil((outcome.reason as RateLimiterRes).msBeforeNext / 1000));
    }
    if (wait > 0)
      throw new AppError('rate_limited', { message: 'account.tooManyAttempts', retryAfter: wait });
    return counted;
  }

  return {
    /**
     * Counts a sign-in before the password is looked at. `knownDeviceId` is set when the browser is known for
     * this very account: then only its own counter matters.
     */
    async signIn(visitor: Visitor, name: string, knownDeviceId: string | null): Promise<Attempt> {
      const hashed = hashToken(name);
      const address = network(visitor.address);
      if (knownDeviceId) {
        await count([['device', knownDeviceId]]);
        return { succeeded: async () => void (await limiters.device.delete(knownDeviceId)) };
      }
      const pair = `${hashed}:${address}`;
      // First by itself: who is refused for their own name's sake uses up nothing of their neighbours'.
      const [tries = 1] = await count([['pair', pair]]);
      await count([['address', address]]);
      const wary = `${hashed}:${neighbourhood(visitor.address)}`;
      const guessed = await limiters.name.consume(hashed).then(() => false, isUsedUp);
      if (guessed) await count([['wary', wary]]);
      return {
        async succeeded() {
          // Of what others share only this name's tries from here are given back, which only its password brings: a
          // success must not clear the way for guesses at another.
          await Promise.all([
            limiters.address.reward(address, tries),
            limiters.name.reward(hashed),
            limiters.pair.delete(pair),
            ...(guessed ? [limiters.wary.delete(wary)] : []),
          ]);
        },
      };
    },
    /** Counts a try at a one-time code. */
    async code(visitor: Visitor): Promise<Attempt> {
      const address = network(visitor.address);
      await count([['code', address]]);
      return { succeeded: async () => void (await limiters.code.reward(address)) };
    },
    /** Counts a look at an Atom feed by its token. */
    feed: (token: string) => count([['feed', hashToken(token)]]),
    /** Counts a try at the current password by somebody who is signed in. */
    async password(accountId: string): Promise<Attempt> {
      await count([['password', accountId]]);
      return { succeeded: async () => void (await limiters.password.delete(accountId)) };
    },
    /** Counts a request for a mail: nobody's mailbox is flooded from here. */
    async mail(visitor: Visitor, name: string): Promise<void> {
      await count([
        ['mail', hashToken(name)],
        ['mailAddress', network(visitor.address)],
      ]);
    },
    /** Drops counters that are over; a daily job calls it. */
    async clear(): Promise<void> {
      await db.$executeRaw`DELETE FROM rate_limit WHERE expire < ${Date.now() - 3_600_000}`;
    },
  };
}

/** A limiter refuses with what is left, and fails with an Error. */
function isUsedUp(reason: unknown): true {
  if (reason instanceof Error) throw reason;
  return true;
}

/** Addresses that tend to belong to one hand: what a single outsider can pick new ones from at no cost. */
export function neighbourhood(address: string): string {
  const net = network(address);
  return net.includes(':') ? `${net.split(':').slice(0, 3).join(':')}::/48` : net.replace(/\.\d+$/, '.0/24');
}

/** One IPv6 customer holds a /64: count the network, not the address. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0');
  return `${[...left, ...middle, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`;
}

/** The limiter speaks to something like a pg client; it gets our one pool through Prisma. */
function queryable(db: Database) {
  return {
    async query({ text, values = [] }: { text: string; values?: unknown[] }) {
      const casted = text.replace('VALUES ($1, $2, $3)', 'VALUES ($1::text, $2::int, $3::bigint)');
      const typed = casted
        .replace(/\$4/g, '$4::bigint')
        .replace(/THEN \$2\b/g, 'THEN $2::int')
        .replace(/\(\$2\)/g, '$2::int')
        .replace(/THEN \$3\b/g, 'THEN $3::bigint');
      const rows = await db.$queryRawUnsafe<{ points?: number; expire?: bigint | null }[]>(typed, ...values);
      return {
        rows: rows.map((row) => ({ ...row, expire: row.expire == null ? null : Number(row.expire) })),
        rowCount: rows.length,
      };
    },
  };
}
