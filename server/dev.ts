import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { generateClient } from './commands/steps/generate-client.ts';
import { loadConfig } from './platform/config/config.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { failStart } from './start-messages.ts';

// Development: keeps the database running, restarts the server when server/ changes; pages reload by themselves.
const say = (text: string) => console.log(`  ${text} …`);
await generateClient(say);
const config = await failStart(() => loadConfig({ ...process.env, NODE_ENV: 'development' }));
const database = await failStart(() => openDatabase(config, say));
const env: NodeJS.ProcessEnv = {
  LOG_FORMAT: 'text',
  ...process.env,
  NODE_ENV: 'development',
  DATABASE_URL: database.url,
};

let server: ChildProcess;
let stopping = false;
const ended = new WeakSet<ChildProcess>();
let settling: NodeJS.Timeout | undefined;
let restarting = Promise.resolve();
start();

watch('server', { recursive: true }, (_kind, file) => {
  if (!file || /\.test\.ts$|generated|~$/.test(file)) return;
  restartSoon();
});
// The folder, not the file: most editors write a new file and rename it. A new migration is applied by the restart.
watch('prisma', { recursive: true }, async (_kind, file) => {
  if (file === 'schema.prisma') await generateClient(say).catch((error) => console.error(error.message));
  else if (file?.endsWith('migration.sql')) restartSoon();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await end();
    await database.stop();
    process.exit(0);
  });
}

function start(): void {
  server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  const started = server;
  server.on('exit', (code) => {
    if (code && !stopping && !ended.has(started))
      console.log('  The server stopped; it starts again when a file changes.');
  });
}

/** Editors write in bursts: one restart for all of it. */
function restartSoon(): void {
  clearTimeout(settling);
  settling = setTimeout(() => {
    restarting = restarting.then(restart);
  }, 150);
}

async function restart(): Promise<void> {
  if (stopping) return;
  say('Restarting the server');
  await end();
  if (!stopping) start();
}

async function end(): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  ended.add(server);
  server.kill('SIGTERM');
  await once(server, 'exit');
}
