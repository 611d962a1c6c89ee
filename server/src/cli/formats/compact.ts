import { printableLine } from '../printable-text.ts';
import { placedFindings, type RunReport } from './format.ts';

/** Returns a line for each finding as compilers write it: `path:line:column: severity: message [rule]`. */
export function compactFormat({ reports }: RunReport): string {
  return placedFindings(reports)
    .map(({ path, start: { line, column }, finding: { severity, message, rule } }) => {
      const place = `${printableLine(path)}:${line}:${column}`;
      return `${place}: ${severity}: ${printableLine(message)} [${rule}]\n`;
    })
    .join('');
}
