import * as l10n from '@vscode/l10n';
import dayjs from 'dayjs';
import manifest from '../../../package.json' with { type: 'json' };
import type { Environment } from '../cli/environment.ts';
import { useTranslations } from '../cli/use-translations.ts';
import { serveMcp } from '../mcp/serve-mcp.ts';
import { createAssets } from './assets.ts';
import { localGit } from './git.ts';
import { localFiles } from './local-files.ts';
import { createTranslations, localeOf } from './translations.ts';

const [, program, , ...folders] = process.argv;

const environment: Environment = {
  version: manifest.version,
  build: manifest.version,
  now: () => Date.now(),
  openCache: () => null,
  get today() {
    return dayjs().format('YYYY-MM-DD');
  },
  locale: localeOf(process.env),
  translations: createTranslations(program),
  asset: createAssets(program),
  output: { isTerminal: false, hasColors: false, write: () => undefined },
  errors: {
    isTerminal: false,
    hasColors: false,
    write(text) {
      process.stderr.write(text);
    },
  },
  files: localFiles,
  git: localGit,
  threads: null,
  watch: null,
  readInput: () => Promise.resolve({ reason: l10n.t('is used by the protocol') }),
};

useTranslations(environment);
serveMcp(folders.length === 0 ? ['.'] : folders, environment);
