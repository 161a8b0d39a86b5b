import { forPeople } from '#server/platform/for-people.ts';

/** Runs a command of the terminal: a failure that a person can do something about is told in one sentence. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(forPeople(error));
    process.exitCode = 1;
  }
}
