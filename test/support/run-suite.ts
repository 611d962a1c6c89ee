import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { after, suite, test } from 'node:test';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { applyEdits, type TextEdit } from '../../server/src/core/text/text-edit.ts';
import { parseSuite, type Fence, type Suite, type SuiteTest } from './suite.ts';

/** What a fence of a test must hold. */
export interface Expectation {
  readonly label: string;
  /** The fence as it is; null where the test lacks it. */
  readonly fence: Fence | null;
  /** Where a fence that the test lacks belongs. */
  readonly after: Fence;
  /** Null where the test must not have the fence. */
  readonly text: string | null;
}

/** Computes what the fences of a test must hold; throws where something holds for all tests and not here. */
export type Check = (test: SuiteTest, suite: Suite) => readonly Expectation[];

/**
 * Runs the suites that a glob below the root finds, each heading a test.
 * With `UPDATE=1` in the environment the suites are rewritten to what they must hold;
 * with `SUITES=PATH,PATH` only these run.
 * @throws Error where the glob finds no suite.
 */
export function runSuites(root: string, glob: string, check: Check): void {
  const paths = globSync(glob, { cwd: root }).sort();
  if (paths.length === 0) throw new Error(`No suite matches ${glob} in ${root}`);
  const only = process.env.SUITES?.split(',');
  for (const path of paths) if (only?.includes(path) !== false) runSuite(root, path, check);
}

function runSuite(root: string, path: string, check: Check): void {
  const parsed = parseSuite(path, readFileSync(`${root}/${path}`, 'utf8'));
  /** By place, so that a fence that tests share is rewritten once. */
  const edits = new Map<number, TextEdit>();
  const update = process.env.UPDATE === '1';
  suite(path, () => {
    for (const each of parsed.tests.filter(({ fences }) => fences.length > 0)) {
      test(each.name, () => {
        const wrong = inPlace(root, path, each, () =>
          check(each, parsed).filter(({ fence, text }) => (fence?.text ?? null) !== text),
        );
        if (update) {
          for (const edit of wrong.map(updateOf)) edits.set(edit.range.start, edit);
        } else if (wrong.length > 0) {
          throw errorAt(root, path, each, wrong.map(describeDifference).join('\n'));
        }
      });
    }
    after(() => {
      if (edits.size > 0) {
        writeFileSync(`${root}/${path}`, applyEdits(parsed.text, [...edits.values()]));
      }
    });
  });
}

function inPlace<T>(root: string, path: string, test: SuiteTest, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw errorAt(root, path, test, error instanceof Error ? (error.stack ?? '') : String(error));
  }
}

/** Makes an error whose trace leads to the test's heading. */
function errorAt(root: string, path: string, test: SuiteTest, message: string): Error {
  const place = `${relative(process.cwd(), `${root}/${path}`)}:${test.line}`;
  const error = new Error(`${place}\n${message}`);
  error.stack = `${error.message}\n    at ${test.name} (${root}/${path}:${test.line}:1)`;
  return error;
}

function describeDifference({ label, fence, text }: Expectation): string {
  if (text === null) return `The fence “${label}” must go: there is nothing to expect.`;
  if (fence === null) return `The fence “${label}” is missing; it must hold:\n${text}`;
  const patch = createTwoFilesPatch('', '', fence.text, text, undefined, undefined, {
    context: 4,
    headerOptions: OMIT_HEADERS,
  });
  return `--- ${label} in the suite\n+++ what was found\n${patch}`;
}

function updateOf({ label, fence, after: before, text }: Expectation): TextEdit {
  if (fence === null) {
    const marker = '`'.repeat(Math.max(4, longestRun(text ?? '') + 1));
    const block = `\n\n${marker}${label}\n${text ?? ''}${marker}`;
    return { range: { start: before.end, end: before.end }, text: block };
  }
  if (text === null) return { range: { start: fence.start, end: fence.end }, text: '' };
  return { range: { start: fence.contentStart, end: fence.contentEnd }, text };
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
