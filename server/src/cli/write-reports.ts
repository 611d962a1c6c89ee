import { FileError, type Environment, type Stream } from './environment.ts';
import type { RunReport } from './formats/format.ts';
import { formats } from './formats/formats.ts';
import type { Output } from './run-options.ts';

/** What writing needs of the run. */
interface Writing extends Pick<Environment, 'files' | 'version'> {
  readonly fail: (path: string, reason: string) => void;
}

/** Writes what a run has to report, in each form to where it belongs; files first, so that a failure is reported, too. */
export function writeReports(
  run: Omit<RunReport, 'hasColors' | 'version'>,
  outputs: readonly Output[],
  stream: Stream,
  { files, version, fail }: Writing,
): void {
  const isLast = ({ file }: Output): number => Number(file === null);
  for (const { format, file } of [...outputs].sort((a, b) => isLast(a) - isLast(b))) {
    const hasColors = file === null && stream.hasColors;
    const text = formats[format]({ ...run, version, hasColors });
    if (file === null) stream.write(text);
    else writeFile(file, text);
  }

  function writeFile(file: string, text: string): void {
    try {
      files.write(file, new TextEncoder().encode(text));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail(file, error.message);
    }
  }
}
