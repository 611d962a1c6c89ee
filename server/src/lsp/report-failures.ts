import type { Connection } from 'vscode-languageserver';
import type { Finding } from '../core/rules/finding.ts';
import { errorText } from './error-text.ts';

/** Writes defects of the program to the client's log, so that the rest can go on. */
export interface ReportFailures {
  /** Logs what was thrown where findings say that the program failed, each once. */
  in(findings: readonly Finding[]): void;
  /** Returns what a part of an answer gives; where it fails, logs that and returns nothing. */
  orNothing<Item>(
    part: string,
    get: () => readonly Item[] | Promise<readonly Item[]>,
  ): Promise<readonly Item[]>;
}

/** Returns what logs the defects of one session. */
export function reportFailures({ console }: Pick<Connection, 'console'>): ReportFailures {
  const logged = new Set<string>();
  const log = (text: string): void => {
    if (!logged.has(text)) console.error(text);
    logged.add(text);
  };
  return {
    in(findings) {
      for (const { failure } of findings) if (failure !== undefined) log(failure);
    },
    async orNothing(part, get) {
      try {
        return await get();
      } catch (error) {
        log(`Internal error (please report): ${part} failed: ${errorText(error)}`);
        return [];
      }
    },
  };
}
