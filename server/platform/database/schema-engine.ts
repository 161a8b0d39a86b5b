import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { withDatabase } from './ensure-database.ts';

export type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let instance: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly, the one that `prisma migrate` runs as a downloaded binary: closed networks
 * cannot reach the vendor's download host, a package registry they can. `work` gets the engine; its connections
 * are closed afterwards, which the engine itself forgets.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  instance ??= instantiate();
  await instance;
  const pools = new Pools();
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(url, pools));
    return await work(await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory));
  } finally {
    await pools.end();
  }
}

async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url);
  const packageFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(packageFile.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** The connections of one use of the engine. */
class Pools {
  readonly #open: pg.Pool[] = [];

  create(url: string): pg.Pool {
    const pool = new CataloguePool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 });
    pool.on('error', () => {});
    this.#open.push(pool);
    return pool;
  }

  async end(): Promise<void> {
    await Promise.all(this.#open.map((pool) => (pool.ended ? undefined : pool.end())));
  }
}

const CHAR = 18;
const CHAR_ARRAY = 1002;

/**
 * PostgreSQL's catalogues are full of its one-byte "char", which the adapter of Prisma 7.10 refuses. It passes as an
 * array of them, and {@link EngineAdapter} then tells the engine that it is a single one.
 */
class CataloguePool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares a dozen overloads of this one method.
  override async query(...args: any[]): Promise<any> {
    const result = await super.query(...(args as [pg.QueryConfig]));
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
    }
    return result;
  }
}

function readingCatalogues<C extends SqlDriverAdapter>(connection: C): C {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return connection;
}

/** Prisma's own adapter, whose scratch database would be the real one when the address is given as a URL. */
class EngineAdapter extends PrismaPg {
  readonly #url: string;
  readonly #pools: Pools;

  constructor(url: string, pools: Pools) {
    super(pools.create(url));
    this.#url = url;
    this.#pools = pools;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    return readingCatalogues(await super.connect());
  }

  override async connectToShadowDb(): ReturnType<PrismaPg['connectToShadowDb']> {
    const main = await this.connect();
    const name = `flurfunk_scratch_${Date.now().toString(36)}_${process.pid}`;
    await main.executeScript(`CREATE DATABASE ${name}`);
    const pool = this.#pools.create(withDatabase(this.#url, name));
    const connection = readingCatalogues(await new PrismaPg(pool, { disposeExternalPool: true }).connect());
    const dispose = connection.dispose.bind(connection);
    connection.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE ${name} WITH (FORCE)`);
    };
    return connection;
  }
}
