import { randomInt } from 'node:crypto';

const fixed = 20180626;

/** The seed of all property tests: fixed, so that every run tries the same texts, or with EXPLORE set a new one, or that number. */
export const seed = seedOf(process.env.EXPLORE);

function seedOf(explore: string | undefined): number {
  if (explore === undefined || explore === '') return fixed;
  const chosen = /^\d{2,}$/.test(explore) ? Number(explore) : randomInt(2 ** 31);
  process.stderr.write(`Exploring with EXPLORE=${String(chosen)}\n`);
  return chosen;
}
