import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { isMainThread } from 'node:worker_threads';
import dayjs from 'dayjs';
import manifest from '../../../package.json' with { type: 'json' };
import { contentHash } from '../cli/results/content-hash.ts';
import type { Environment, Stream } from '../cli/environment.ts';
import { runMinutes } from '../cli/run-minutes.ts';
import { openCacheFolder } from './cache-folder.ts';
import { endBetweenFiles } from './end-between-files.ts';
import { createAssets } from './assets.ts';
import { localGit } from './git.ts';
import { localFiles, readStandardInput } from './local-files.ts';
import { createThreads, serveThread } from './threads.ts';
import { watchFolders } from './watch-folders.ts';
import { createTranslations, localeOf } from './translations.ts';

/**
 * Writes to a stream of the process; when its reader has gone (`| head`), the rest is dropped.
 * Where nothing can be written for another reason, such as a full disk, the process ends with 2.
 */
function streamOf(stream: NodeJS.WriteStream & { fd: number }): Stream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout)
      console.error(`minutes: ${l10n.t('the output can’t be written: {0}', error.message)}`);
    process.exit(2);
  });
  const isTerminal = isatty(stream.fd);
  const { NO_COLOR, TERM } = process.env;
  return {
    isTerminal,
    hasColors: isTerminal && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb',
    write(text) {
      if (stream.writable) stream.write(text);
    },
  };
}

/** Exits with 2 also where the program itself is at fault: 1 would say that minutes have findings. */
function reportDefect(error: unknown): number {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`minutes: ${l10n.t('Internal error (please report): {0}', text)}`);
  return 2;
}

/** The program that starts a bundle holds the hash of the bundle. */
function buildOf(path: string | undefined): string {
  return path === undefined ? '' : contentHash(readFileSync(path));
}

const [, program] = process.argv;
const environment: Environment = {
  version: manifest.version,
  get build() {
    return buildOf(program);
  },
  now: () => Date.now(),
  openCache: openCacheFolder,
  today: dayjs().format('YYYY-MM-DD'),
  locale: localeOf(process.env),
  translations: createTranslations(program),
  asset: createAssets(program),
  output: streamOf(process.stdout),
  errors: streamOf(process.stderr),
  files: localFiles,
  git: localGit,
  threads: program === undefined ? null : createThreads(program),
  watch: watchFolders,
  readInput: readStandardInput,
};

if (isMainThread) {
  process.on('uncaughtException', (error) => {
    process.exit(reportDefect(error));
  });
  if (process.argv[2] === 'fix') endBetweenFiles();
  void runMinutes(process.argv.slice(2), environment)
    .catch(reportDefect)
    .then((code) => {
      process.exitCode = code;
    });
} else serveThread(environment);
