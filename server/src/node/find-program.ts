import { posix, win32 } from 'node:path';

/**
 * Returns the absolute path of a program in the folders that PATH names by absolute paths; null where it is in none.
 * Windows, and a `.` in PATH, would else run a program that lies beside the minutes.
 */
export function findProgram(
  name: string,
  { PATH, Path = PATH, PATHEXT = '.COM;.EXE' }: NodeJS.ProcessEnv,
  isFile: (path: string) => boolean,
  platform = process.platform,
): string | null {
  const isWindows = platform === 'win32';
  const paths = isWindows ? win32 : posix;
  const endings = isWindows
    ? PATHEXT.split(';').filter((end) => /^\.(?:com|exe)$/i.test(end))
    : [''];
  for (const folder of (Path ?? '').split(paths.delimiter)) {
    if (!paths.isAbsolute(folder)) continue;
    for (const ending of endings) {
      const path = paths.join(folder, name + ending);
      if (isFile(path)) return path;
    }
  }
  return null;
}
