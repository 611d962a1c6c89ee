import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder that is there for one test. */
export interface TemporaryFolder {
  readonly path: string;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
}

/** Makes a folder with the given files, and removes it when the test has ended. */
export function temporaryFolder(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'minutes-test-')));
  test.after(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const folder: TemporaryFolder = {
    path,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}
