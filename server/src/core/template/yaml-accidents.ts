import * as l10n from '@vscode/l10n';
import { isPair, isScalar, visit, type Document, type Node } from 'yaml';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TemplateProblem } from './template.ts';

/**
 * Returns what is written as text in YAML and read as something else, because it lacks quotes:
 * aliases, anchors, tags and mappings. Templates use no aliases, anchors and tags.
 */
export function yamlAccidents(document: Document, yaml: string, start: number): TemplateProblem[] {
  const quoted = quotedTexts(document);
  const whole = wholeValues(yaml).filter(
    ({ range }) => !quoted.some(({ start: from, end }) => from <= range.start && range.end <= end),
  );
  const accidents = [...whole, ...properties(document, yaml)].sort(
    (a, b) => a.range.start - b.range.start || b.range.end - a.range.end,
  );
  return accidents
    .filter(
      ({ range }, index) =>
        !accidents.slice(0, index).some((other) => range.start < other.range.end),
    )
    .map((accident) => problemOf(accident, yaml, start));
}

/** Returns the problem of a text that has to be in quotes. */
export function unquotedProblem(range: OffsetRange, yaml: string, start: number): TemplateProblem {
  return problemOf({ range, feature: null }, yaml, start);
}

interface Accident {
  readonly range: OffsetRange;
  /** What YAML reads; null where text was meant. */
  readonly feature: 'aliases' | 'anchors' | 'tags' | null;
}

const unquotedPattern =
  /^([ \t]*(?:-[ \t]+)?(?:(?:[\w-]+):[ \t]+)?)([*{][^'"\r\n]*?)[ \t]*(?:#.*)?$/gm;
const flowMapping = /^\{\s*(?:["']?[\w-]+["']?\s*:(?:\s[^{}]*)?)?\}$/;
const aliasAlone = /^\*[^\s,[\]{}]+$/;

/** Finds patterns that are the whole value of a line. */
function wholeValues(yaml: string): Accident[] {
  return [...yaml.matchAll(unquotedPattern)].flatMap(({ index, 1: before = '', 2: value = '' }) => {
    if (flowMapping.test(value) || aliasAlone.test(value) || before === '') return [];
    const start = index + before.length;
    return [{ range: { start, end: start + value.length }, feature: null }];
  });
}

/** Returns the ranges of texts that nothing in them is syntax: in quotes, or blocks. */
function quotedTexts(document: Document): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [];
  visit(document, {
    Scalar(_, node) {
      if (!isPlain(node)) ranges.push(rangeOf(node));
    },
  });
  return ranges;
}

/** Finds aliases, anchors and tags; an alias of nothing, and what is not before a list or mapping, was meant as text. */
function properties(document: Document, yaml: string): Accident[] {
  const found: Accident[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Alias(_, node, path) {
      const isReal = anchors.has(node.source) || isMergeKey(path.at(-1));
      found.push({ range: rangeOf(node), feature: isReal ? 'aliases' : null });
    },
    Value(_, node) {
      const { anchor, tag } = node;
      if (anchor !== undefined) {
        anchors.add(anchor);
        found.push(named(node, `&${anchor}`, 'anchors', yaml));
      } else if (isOwnTag(tag)) {
        found.push(named(node, writtenTag(yaml, rangeOf(node).start), 'tags', yaml));
      }
    },
  });
  return found;
}

function isMergeKey(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && parent.key.value === '<<';
}

function isOwnTag(tag: string | undefined): tag is string {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag);
}

/** Returns the tag before a value as it is written. */
function writtenTag(yaml: string, start: number): string {
  return /!\S*(?=\s*$)/.exec(yaml.slice(0, start))?.[0] ?? '';
}

function isPlain(node: Node): boolean {
  return isScalar(node) && (node.type === 'PLAIN' || node.type === undefined);
}

function rangeOf({ range }: Node): OffsetRange {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** Returns an anchor or tag, with its value where that is written as text. */
function named(node: Node, name: string, feature: Accident['feature'], yaml: string): Accident {
  const { start, end } = rangeOf(node);
  const from = yaml.lastIndexOf(name, start);
  if (from === -1) return { range: { start, end }, feature };
  return isPlain(node)
    ? { range: { start: from, end }, feature: null }
    : { range: { start: from, end: from + name.length }, feature };
}

function problemOf({ range, feature }: Accident, yaml: string, start: number): TemplateProblem {
  const text = yaml.slice(range.start, range.end);
  const moved = { start: start + range.start, end: start + range.end };
  const isQuotable = feature === null && !/["\\\r\n]/.test(text);
  return {
    rule: 'invalid-template',
    message:
      feature === null
        ? l10n.t('YAML reads “{0}” as something other than text: put it in quotes', text)
        : unsupported(feature, text),
    range: moved,
    fix: isQuotable
      ? { title: l10n.t('Put it in quotes'), edits: [{ range: moved, text: `"${text}"` }] }
      : null,
  };
}

function unsupported(feature: NonNullable<Accident['feature']>, text: string): string {
  switch (feature) {
    case 'aliases':
      return l10n.t('Templates can’t use YAML aliases: write the value instead of “{0}”', text);
    case 'anchors':
      return l10n.t('Templates can’t use YAML anchors: write the value without “{0}”', text);
    case 'tags':
      return l10n.t('Templates can’t use YAML tags: write the value without “{0}”', text);
  }
}
