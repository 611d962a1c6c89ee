import { isMap, isNode, parseDocument, type Document, type Node } from 'yaml';
import { findFrontMatter } from '../markdown/front-matter-place.ts';
import { blockRange } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import { isRecord } from '../text/is-record.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { checkAgainstSchema, type Schema } from './check-against-schema.ts';
import type { TemplateProblem } from './template.ts';
import { yamlAccidents } from './yaml-accidents.ts';
import { yamlSyntaxProblem } from './yaml-syntax-problem.ts';

/** The YAML front matter of a document. */
export interface FrontMatter {
  /** Its keys and values; empty where it isn't a mapping or can't be read. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly TemplateProblem[];
  /** Range of the front matter with its fences. */
  readonly range: OffsetRange;
  /** Returns the range of the value at a path of keys and indexes, else of the front matter. */
  rangeOf(path: readonly (string | number)[]): OffsetRange;
  /** Returns the range of the key at the end of a path, else of the value there. */
  rangeOfKey(path: readonly (string | number)[]): OffsetRange;
}

/** Returns the front matter at the start of a document's first piece, checked against a schema, or null. */
export function readFrontMatter(
  piece: Piece | undefined,
  start: number,
  schema: Schema,
): FrontMatter | null {
  const node = piece?.tree.children[0];
  if (node?.type !== 'yaml' || piece === undefined) return null;
  const range = blockRange(node, start);
  const content = findFrontMatter(piece.text)?.content.start ?? 0;
  return readYaml(node.value, start + content, range, schema, 'front matter');
}

/** Returns a YAML text as front matter is read, for files that hold YAML alone. */
export function readYaml(
  yaml: string,
  start: number,
  range: OffsetRange,
  schema: Schema,
  part: 'front matter' | 'file' = 'file',
): FrontMatter {
  const document = parseDocument(yaml, {
    strict: true,
    uniqueKeys: true,
    version: '1.2',
    logLevel: 'error',
  });
  const rangeOf = (path: readonly (string | number)[]): OffsetRange =>
    rangeOfPath(document, path, start) ?? range;
  const rangeOfKey: typeof rangeOf = (path) => keyRange(document, path, start) ?? rangeOf(path);
  const accidents = yamlAccidents(document, yaml, start);
  if (document.errors.length > 0) {
    const syntax = document.errors
      .slice(0, 1)
      .map((error) => yamlSyntaxProblem(error, yaml, start, part));
    const problems = accidents.length > 0 ? accidents : syntax;
    return { values: {}, problems, range, rangeOf, rangeOfKey };
  }
  const values: unknown = accidents.length > 0 ? {} : document.toJS({ maxAliasCount: 0 });
  const problems = [
    ...accidents,
    ...(accidents.length > 0 ? [] : checkAgainstSchema(values ?? {}, schema, part)).map(
      ({ path, message, key }): TemplateProblem => ({
        rule: 'invalid-template',
        message,
        range: key ? rangeOfKey(path) : rangeOf(path),
        fix: null,
      }),
    ),
  ];
  return { values: isRecord(values) ? values : {}, problems, range, rangeOf, rangeOfKey };
}

function rangeOfPath(
  document: Document,
  path: readonly (string | number)[],
  start: number,
): OffsetRange | null {
  if (path.length === 0) return null;
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? rangeOfNode(node, start) : null;
}

function keyRange(
  document: Document,
  path: readonly (string | number)[],
  start: number,
): OffsetRange | null {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key }) => isNode(key) && String(key) === String(path.at(-1)));
  return isNode(pair?.key) ? rangeOfNode(pair.key, start) : null;
}

function rangeOfNode(node: Node, start: number): OffsetRange | null {
  return node.range ? { start: start + node.range[0], end: start + node.range[1] } : null;
}
