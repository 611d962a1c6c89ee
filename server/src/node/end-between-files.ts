import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets a signal end the process between two files, when none is half written,
 * with the exit code that shells expect.
 */
export function endBetweenFiles(): void {
  for (const signal of signals) {
    process.once(signal, () => {
      process.exit(128 + constants.signals[signal]);
    });
  }
}
