import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../tools/checkout.ts';
import { kinds, type GroupFinding, type Kind } from './groups.ts';

/** What the writer of the minutes would say of a finding: a defect, true but of no use, or false. */
export type Verdict = 'right' | 'noise' | 'wrong';

/** A finding that a person read at its place and judged. */
export interface JudgedFinding extends Omit<GroupFinding, 'severity'> {
  readonly verdict: Verdict;
  /** Of several findings of a rule at a place, which one: from 1. */
  readonly number: number;
}

const verdicts: readonly Verdict[] = ['right', 'noise', 'wrong'];
const line =
  /^(?<verdict>\S+) (?<kind>\S+) (?<rule>\S+) (?<path>.+):(?<line>\d+)(?: @(?<template>\d+))?(?: #(?<number>\d+))?$/;

/** Reads a list of judged findings; comments and what is not judged yet are left out. */
export function readVerdicts(name: string): readonly JudgedFinding[] {
  return readFileSync(join(checkout, 'test/corpus', name), 'utf8')
    .split('\n')
    .filter((each) => each !== '' && !/^(?:#|unread )/.test(each))
    .map(readVerdict);
}

/** Returns findings as lines of a list, without their verdict. */
export function placesOf(findings: readonly GroupFinding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const place = placeOf({ ...finding, number: 1 });
    const number = (counts.get(place) ?? 0) + 1;
    counts.set(place, number);
    return placeOf({ ...finding, number });
  });
}

/** Returns a finding as a line of a list, without its verdict. */
export function placeOf({
  kind,
  rule,
  path,
  line: at,
  templateLine,
  number,
}: Omit<JudgedFinding, 'verdict'>): string {
  const template = templateLine === null ? '' : ` @${templateLine}`;
  return `${kind} ${rule} ${path}:${at}${template}${number === 1 ? '' : ` #${number}`}`;
}

function readVerdict(text: string): JudgedFinding {
  const groups = line.exec(text)?.groups;
  const verdict = verdicts.find((each) => each === groups?.verdict);
  const kind: Kind | undefined = kinds.find((each) => each === groups?.kind);
  if (groups === undefined || verdict === undefined || kind === undefined) {
    throw new Error(`No judged finding: ${text}`);
  }
  return {
    verdict,
    kind,
    rule: groups.rule ?? '',
    path: groups.path ?? '',
    line: Number(groups.line),
    templateLine: groups.template === undefined ? null : Number(groups.template),
    number: Number(groups.number ?? 1),
  };
}
