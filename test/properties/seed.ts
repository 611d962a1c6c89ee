import { randomInt } from 'node:crypto';
import { argv } from 'node:process';
import fc from 'fast-check';

const fixed = 20180626;

/** The seed of all property tests: fixed, so that every run tries the same texts, or with EXPLORE set a new one that is printed, or that number. */
export const seed = seedOf(process.env.EXPLORE);

/** Returns the parameters of a property that is tried so many times; what fails says how to try it again. */
export function runs<Values>(numRuns: number): fc.Parameters<Values> {
  return {
    seed,
    numRuns,
    maxSkipsPerRun: 100,
    plugins: [
      () => ({
        onAllRunsComplete: (run) => {
          if (!run.failed) return;
          const again = `EXPLORE=${String(seed)} node --test ${fileOf(argv)}`;
          throw new Error(`${fc.defaultReportMessage(run)}\nTry it again: ${again}`, {
            cause: run.errorInstance,
          });
        },
      }),
    ],
  };
}

function seedOf(explore: string | undefined): number {
  if (explore === undefined || explore === '') return fixed;
  const chosen = /^\d{2,}$/.test(explore) ? Number(explore) : randomInt(2 ** 31);
  process.stderr.write(`Exploring with EXPLORE=${String(chosen)}\n`);
  return chosen;
}

function fileOf([, file = 'test/properties']: readonly string[]): string {
  return file.slice(Math.max(0, file.indexOf('test/properties')));
}
