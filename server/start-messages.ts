import type { Config } from '#server/platform/config/config.ts';
import type { Logger } from '#server/platform/log/log.ts';
import { forPeople } from './platform/for-people.ts';
import { SAMPLE_PASSWORD, SAMPLE_SIGN_INS } from './sample/sign-ins.ts';
import type { Shutdown } from './shutdown.ts';

/** What start-up tells: lines for a person at a terminal, log entries for a machine. */
export function announce(config: Config, log: Logger) {
  const asText = config.log.format === 'text';
  const say = (text: string) => (asText ? console.log(`  ${text} …`) : log.info(text));
  const ready = (setupCode: string | null) => {
    const seconds = process.uptime().toFixed(1);
    if (!config.roles.web) {
      // Nobody can open this process: it has no address and no wizard.
      if (!asText) return log.info({ roles: config.roles, seconds }, 'ready');
      return console.log(`\n  Flurfunk's worker is ready (after ${seconds} s). Ctrl-C stops it.\n`);
    }
    const setup = setupCode ? { setup: `${config.appUrl}/setup`, setupCode } : {};
    if (!asText) return log.info({ url: config.appUrl, roles: config.roles, seconds, ...setup }, 'ready');
    console.log(`\n  Flurfunk is ready at ${config.appUrl} (after ${seconds} s). Ctrl-C stops it.`);
    if (setupCode) {
      console.log(`\n  Set it up at ${config.appUrl}/setup. From another machine it asks for this code:`);
      console.log(`\n    ${setupCode}\n`);
    }
    if (process.argv.includes('--sample')) printSignIns();
  };
  return { say, ready };
}

function printSignIns(): void {
  const width = Math.max(...SAMPLE_SIGN_INS.map(({ identifier }) => identifier.length));
  console.log(`\n  Sign in to the sample company with the password ${SAMPLE_PASSWORD}:\n`);
  for (const { identifier, who } of SAMPLE_SIGN_INS) console.log(`    ${identifier.padEnd(width)}   ${who}`);
  console.log('');
}

/** Runs a step of the start; a failure is told in one sentence, what was opened is closed, and the process ends. */
export async function failStart<T>(step: () => T | Promise<T>, shutdown?: Shutdown): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // Stopped while starting: what fails now fails because its database is being closed.
    if (shutdown?.isRunning()) return new Promise<never>(() => {});
    console.error('\n  Flurfunk did not start.', forPeople(error), '\n');
    await shutdown?.run();
    return process.exit(1);
  }
}
