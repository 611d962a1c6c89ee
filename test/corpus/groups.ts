import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { text } from 'node:stream/consumers';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { checkout } from '../../tools/checkout.ts';
import { program } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const corpus = join(checkout, '../shared/corpus/groups');

/** Why tests of the twelve groups don't run; false where their minutes are there. */
export const groupsSkipped: string | false = existsSync(corpus)
  ? false
  : 'skipped: the minutes of the twelve groups are not on this machine';

/** The templates written after a look at the findings, and those written before. */
export const kinds = ['minutes', 'blind'] as const;

/** Which of the two kinds of templates a group's minutes are checked against. */
export type Kind = (typeof kinds)[number];

/** A finding of the command line in a group's minutes or templates. */
export interface GroupFinding {
  readonly kind: Kind;
  readonly rule: string;
  readonly severity: string;
  /** The path below the folder of all groups. */
  readonly path: string;
  readonly line: number;
  /** The first line of the template that the finding refers to; null where it refers to none. */
  readonly templateLine: number | null;
}

/** What the command line reports on one group with one kind of templates. */
export interface GroupReport {
  readonly group: string;
  readonly kind: Kind;
  /** How many minutes were checked. */
  readonly files: number;
  readonly findings: readonly GroupFinding[];
}

/** Returns the names of the groups in order. */
export function groupNames(): readonly string[] {
  return readdirSync(corpus).sort();
}

/** Returns the lines of a file of the corpus, by its path below the folder of all groups. */
export function linesOf(path: string): readonly string[] {
  return readFileSync(join(corpus, path), 'utf8').split(/\r\n|\r|\n/);
}

/** Checks all groups with both kinds of templates, as finished minutes, from copies of their folders. */
export async function checkGroups(test: TestContext): Promise<readonly GroupReport[]> {
  const folder = temporaryFolder(test);
  const jobs = groupNames().flatMap((group) => kinds.map((kind) => ({ group, kind })));
  const reports = new Map<object, GroupReport>();
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { group, kind } = job;
      const copy = copyGroup(group, kind, join(folder.path, kind, group));
      reports.set(job, readReport(group, kind, await runCheck(copy)));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return jobs.flatMap((job) => reports.get(job) ?? []);
}

/** Copies a group's folder so that `.minutes` holds the templates of a kind, and returns the copy's path. */
export function copyGroup(group: string, kind: Kind, to: string): string {
  mkdirSync(to, { recursive: true });
  cpSync(join(corpus, group), to, { recursive: true, mode: 0 });
  if (kind === 'blind') {
    rmSync(join(to, '.minutes'), { recursive: true, force: true });
    renameSync(join(to, 'blind-templates'), join(to, '.minutes'));
  } else {
    rmSync(join(to, 'blind-templates'), { recursive: true, force: true });
  }
  return to;
}

async function runCheck(folder: string): Promise<unknown> {
  const options = ['--format', 'json', '--today', '2100-01-01', '--min-severity', 'hint'];
  const run = spawn(process.execPath, [program, 'check', ...options, '.'], { cwd: folder });
  const [output, errors] = await Promise.all([text(run.stdout), text(run.stderr)]);
  if (output === '') throw new Error(`minutes check ends without a report: ${errors}`);
  return JSON.parse(output);
}

function readReport(group: string, kind: Kind, json: unknown): GroupReport {
  const files = recordsOf(json, 'files');
  return {
    group,
    kind,
    files: files.filter((file) => file.state === 'checked' && file.template !== null).length,
    findings: files.flatMap((file) =>
      recordsOf(file, 'findings').map((finding) => readFinding(group, kind, file, finding)),
    ),
  };
}

function readFinding(
  group: string,
  kind: Kind,
  file: Record<string, unknown>,
  finding: Record<string, unknown>,
): GroupFinding {
  const place = recordsOf(finding, 'related').find(
    ({ path }) => typeof path === 'string' && path.startsWith('.minutes/'),
  );
  return {
    kind,
    rule: String(finding.rule),
    severity: String(finding.severity),
    path: `${group}/${String(file.path)}`,
    line: lineOf(finding),
    templateLine: place === undefined ? null : lineOf(place),
  };
}

function lineOf({ range }: Record<string, unknown>): number {
  const start = isRecord(range) ? range.start : undefined;
  return isRecord(start) ? Number(start.line) : 0;
}

function recordsOf(value: unknown, key: string): readonly Record<string, unknown>[] {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
