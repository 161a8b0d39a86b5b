import { setTimeout as wait } from 'node:timers/promises';
import { takeLock } from '#server/platform/database/lock-file.ts';
import { forPeople } from '#server/platform/for-people.ts';
import { buildApp } from './steps/build-app.ts';
import { generateClient } from './steps/generate-client.ts';

// Brings everything that is made from the source up to date: `npm start` and `npm run demo` begin with it.
const say = (text: string) => console.log(`  ${text} …`);
const force = process.argv.includes('--force');

const lock = await oneAtATime();
try {
  await generateClient(say, force);
  await buildApp(say, force);
} catch (error) {
  console.error(forPeople(error));
  process.exitCode = 1;
} finally {
  await lock.release();
}

/** Two starts at once must not build into the same folder; the second waits, and then finds all done. */
async function oneAtATime() {
  for (let told = false; ; told = true) {
    const outcome = await takeLock('node_modules/.flurfunk-prepare.lock');
    if ('release' in outcome) return outcome;
    if (!told) say(`Waiting for process ${outcome.heldBy}, which is building already`);
    await wait(300);
  }
}
