import { existsSync, readFileSync, watch } from 'node:fs';
import { dirname } from 'node:path';

const deadline = 30_000;

/**
 * Resolves when a file holds a text that matches.
 * @throws Error with what it holds after half a minute; its folder must exist.
 */
export async function fileHolds(path: string, pattern: RegExp): Promise<void> {
  const text = (): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(dirname(path), () => {
      look();
    });
    const timeout = setTimeout(() => {
      watcher.close();
      reject(new Error(`${path} does not match ${String(pattern)}:\n${text()}`));
    }, deadline);
    const look = (): void => {
      if (!pattern.test(text())) return;
      clearTimeout(timeout);
      watcher.close();
      resolve();
    };
    look();
  });
}
