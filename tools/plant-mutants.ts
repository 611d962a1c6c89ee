import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A change of the program that its tests should notice. */
export interface Mutant {
  readonly id: number;
  readonly path: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

const turned: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
};

/**
 * Writes mutants into source files, each with a switch: the environment's MINUTES_MUTANT turns one on,
 * and MINUTES_REACHED names a folder in which each that is reached leaves a file.
 * Places are chosen by a seed, with the same chance for each, so that long files have more.
 */
export function plantMutants(
  root: string,
  paths: readonly string[],
  count: number,
  seed: number,
): readonly Mutant[] {
  const places = paths.flatMap((path) => placesIn(path, readFileSync(join(root, path), 'utf8')));
  const chosen = choose(places, count, seed);
  const mutants = chosen.map((place, index) => ({ id: index + 1, ...place }));
  for (const path of new Set(chosen.map((place) => place.path))) {
    const own = mutants.filter((mutant) => mutant.path === path);
    const text = readFileSync(join(root, path), 'utf8');
    writeFileSync(join(root, path), `${withSwitches(text, own)}\n${helper}\n`);
  }
  return mutants.map(({ id, path, line, from, to }) => ({ id, path, line, from, to }));
}

/** Node's own modules are asked for where they are, so that core stays without imports of them. */
const helper = `
function mutant__(id: number): boolean {
  const { env } = (globalThis as any).process ?? { env: {} };
  if (env.MINUTES_REACHED !== undefined) {
    const fs = (globalThis as any).process.getBuiltinModule('node:fs');
    try { fs.writeFileSync(env.MINUTES_REACHED + '/' + String(id), ''); } catch {}
  }
  return env.MINUTES_MUTANT === String(id);
}`;

function withSwitches(text: string, mutants: readonly (Place & { readonly id: number })[]): string {
  return [...mutants]
    .sort((a, b) => b.start - a.start)
    .reduce((changed, { id, start, end, to }) => {
      const original = changed.slice(start, end);
      return `${changed.slice(0, start)}(mutant__(${String(id)}) ? (${to}) : (${original}))${changed.slice(end)}`;
    }, text);
}

/** Returns places that don't hold each other, in the order of the seed. */
function choose(places: readonly Place[], count: number, seed: number): readonly Place[] {
  const chosen: Place[] = [];
  const left = [...places];
  let state = seed;
  while (chosen.length < count && left.length > 0) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const [place] = left.splice(state % left.length, 1);
    if (place === undefined) break;
    const overlaps = chosen.some(
      (other) => other.path === place.path && other.start < place.end && place.start < other.end,
    );
    if (!overlaps) chosen.push(place);
  }
  return chosen;
}

function placesIn(path: string, text: string): Place[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const places: Place[] = [];
  const add = (node: ts.Node, to: string): void => {
    const start = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    places.push({ path, start, end: node.end, line, from: text.slice(start, node.end), to });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const to = turned[node.operatorToken.getText(file)];
      const isText = [node.left, node.right].some(
        (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
      );
      const isSum = /^[+-]$/.test(node.operatorToken.getText(file));
      if (to !== undefined && !(isSum && isText)) {
        add(node, `(${node.left.getText(file)}) ${to} (${node.right.getText(file)})`);
      }
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, node.operand.getText(file));
    }
    if (ts.isIfStatement(node)) add(node.expression, 'false');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      const name = node.expression.name.text;
      if (name === 'filter' && first !== undefined) add(first, '() => true');
      if (name === 'some') add(node, 'false');
      if (name === 'every') add(node, 'true');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places;
}
