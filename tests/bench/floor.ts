import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '#tests/setup/free-port.ts';

type Floor = { url: string; process: ChildProcess };

/** Starts one of the floor's servers (`floor-server.ts`, `socket-floor-server.ts`) as a process of its own, as the app is one. */
export async function startFloor(file: string, env: Record<string, string> = {}): Promise<Floor> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', `tests/bench/${file}`], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, process: child };
}
