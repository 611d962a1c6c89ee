import { agentFormat } from './agent.ts';
import { compactFormat } from './compact.ts';
import type { Format } from './format.ts';
import { githubFormat } from './github.ts';
import { gitlabFormat } from './gitlab.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { markdownFormat } from './markdown.ts';
import { prettyFormat } from './pretty.ts';
import { rdjsonlFormat } from './rdjsonl.ts';
import { sarifFormat } from './sarif.ts';

/** The forms in which `check` and `fix` report, by their names on the command line. */
export const formats = {
  pretty: prettyFormat,
  compact: compactFormat,
  json: jsonFormat,
  github: githubFormat,
  gitlab: gitlabFormat,
  junit: junitFormat,
  markdown: markdownFormat,
  rdjsonl: rdjsonlFormat,
  sarif: sarifFormat,
  agent: agentFormat,
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** Returns whether a text names a format. */
export function isFormatName(text: string): text is FormatName {
  return Object.hasOwn(formats, text);
}
