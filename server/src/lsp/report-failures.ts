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
  const told = new Set<string>();
  const tell = (text: string): void => {
    if (!told.has(text)) console.error(text);
    told.add(text);
  };
  return {
    in(findings) {
      for (const { failure } of findings) if (failure !== undefined) tell(failure);
    },
    async orNothing(part, get) {
      try {
        return await get();
      } catch (error) {
        tell(`Internal error (please report): ${part} failed: ${errorText(error)}`);
        return [];
      }
    },
  };
}
