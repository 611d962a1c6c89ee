import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';

/** A Markdown file of tests: its title names what it is about, each deeper heading is a test. */
export interface Suite {
  readonly path: string;
  readonly text: string;
  readonly title: string;
  readonly tests: readonly SuiteTest[];
}

/** A test: the fences below its heading, before them those that are above the first test. */
export interface SuiteTest {
  readonly name: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly fences: readonly Fence[];
}

/** A fenced code block, as a file or as what is expected. */
export interface Fence {
  /** The info string: a file's path, or a word such as `fixed`. */
  readonly label: string;
  readonly text: string;
  readonly line: number;
  /** Offsets of the whole block and of its content in the suite. */
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
}

/**
 * Reads a suite.
 * @throws Error where the file has no title, or a fence is not closed.
 */
export function parseSuite(path: string, text: string): Suite {
  let title: string | null = null;
  const shared: Fence[] = [];
  const tests: { name: string; line: number; fences: Fence[] }[] = [];
  for (const node of fromMarkdown(text).children) {
    if (node.type === 'heading' && node.depth === 1) title ??= toString(node);
    else if (node.type === 'heading') {
      tests.push({ name: toString(node), line: lineOf(node), fences: [] });
    } else if (node.type === 'code') {
      (tests.at(-1)?.fences ?? shared).push(readFence(path, text, node));
    }
  }
  if (title === null) throw new Error(`${path}: the suite has no title`);
  return {
    path,
    text,
    title,
    tests: tests.map((test) => ({ ...test, fences: withShared(test.fences, shared) })),
  };
}

function withShared(own: readonly Fence[], shared: readonly Fence[]): Fence[] {
  return [...shared.filter((fence) => !own.some(({ label }) => label === fence.label)), ...own];
}

function readFence(
  path: string,
  text: string,
  node: Nodes & { lang?: string | null | undefined; meta?: string | null | undefined },
): Fence {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const lines = text.slice(start, end).split('\n');
  const contentStart = start + (lines[0]?.length ?? 0) + 1;
  const contentEnd = end - (lines.at(-1)?.length ?? 0);
  if (lines.length < 2 || !/^(?:`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? '')) {
    throw new Error(`${path}:${lineOf(node)}: the fence is not closed`);
  }
  return {
    label: [node.lang, node.meta].filter(Boolean).join(' '),
    text: text.slice(contentStart, contentEnd),
    line: lineOf(node),
    start,
    end,
    contentStart,
    contentEnd,
  };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
