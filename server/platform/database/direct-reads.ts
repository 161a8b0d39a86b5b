import pg from 'pg';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { createPipelinedReads } from './pipelined-reads.ts';
import type { createStatementNames } from './statement-names.ts';

type Direct = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => Promise<unknown[]>;

/**
 * The same client, whose `$queryRaw` outside a transaction asks the pool itself: a third of the work of the way
 * through Prisma's engine (measured: 0.28 against 0.84 ms of CPU a statement). Rows come as Prisma gives them: days
 * and times as Date, int8 as bigint, numeric as Decimal.
 */
export function withDirectReads(
  client: PrismaClient,
  pool: pg.Pool,
  nameOf: ReturnType<typeof createStatementNames> | null,
): PrismaClient {
  const read = createPipelinedReads(pool);
  const queryRaw: Direct = async (query, ...values) => {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query as TemplateStringsArray, ...values);
    const text = sql.text;
    const name = nameOf?.({ sql: text });
    const result = await read({
      text,
      values: sql.values.map(asParameter),
      types,
      ...(name ? { name } : {}),
    });
    return result.rows;
  };
  return new Proxy(client, {
    get(target, key) {
      if (key === '$queryRaw') return queryRaw;
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A moment is sent in UTC: `pg` would write it on the clock of the machine, and `::date` would take its day. */
function asParameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

const { builtins } = pg.types;
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => new Date(`${text}T00:00:00.000Z`)],
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
]);

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(id)) || pg.types.getTypeParser(id, format as 'text'),
} as pg.CustomTypesConfig;
