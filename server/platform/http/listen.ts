import { createServer, type Server } from 'node:http';
import type { Config } from '#server/platform/config/config.ts';

type Address = Pick<Config, 'host' | 'port'>;

/** Opens the port. @throws Error with a sentence when it is taken or may not be used. */
export function listen(server: Server, config: Address): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(sentence(error, config), { cause: error })),
    );
    server.listen(config.port, config.host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : config.port });
    });
  });
}

function sentence(error: NodeJS.ErrnoException, { host, port }: Address): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is already in use by another program. Stop it, or start Flurfunk with another PORT.`;
  }
  if (error.code === 'EACCES') return `This user may not open port ${port}. Choose a PORT above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST=${host} is no address of this machine.`;
  return `The web server could not start: ${error.message}.`;
}

/**
 * Looks whether the port can be opened, before a start makes a database and fills it.
 * @throws Error with a sentence when it is taken or may not be used.
 */
export async function portMustBeFree(config: Address): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));
}
