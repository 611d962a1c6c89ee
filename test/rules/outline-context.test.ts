import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutlineContext, OutlineRule } from '../../server/src/core/rules/rule.ts';

/** Each of these lines has to be an error of the compiler, or else `npx tsc -b` says that the comment above it is unused. */
const reachesTooFar: OutlineRule['checkOutline'] = (context) => {
  const { match, history } = context;
  return [
    // @ts-expect-error: the text is not of the outline
    context.minutes,
    // @ts-expect-error: nor are its tables
    context.tables,
    // @ts-expect-error: nor its dates, which bodies may have
    context.dates,
    // @ts-expect-error: files beside the minutes come and go
    history.isAbsent,
    // @ts-expect-error: baselines are compared with bodies
    history.baselines,
    // @ts-expect-error: so are removals
    history.removals,
    // @ts-expect-error: what the other minutes do is read when it is asked for
    history.evidence,
    // @ts-expect-error: where a section belongs is a place in the text
    match.missing,
    // @ts-expect-error: how much text would move is of bodies
    match.misplaced,
    // @ts-expect-error: a heading is wherever it is
    match.sections[0]?.section.heading.range,
    // @ts-expect-error: so is its section
    match.teams[0]?.section.range,
    // @ts-expect-error: and the text below it
    match.teams[0]?.section.bodyRange,
    // @ts-expect-error: its node has offsets
    match.teams[0]?.section.heading.node,
  ].flatMap(() => []);
};

test('a rule of the outline is of a type that has no bodies', () => {
  const keys: readonly (keyof OutlineContext)[] = ['match', 'history', 'roster'];
  assert.equal(typeof reachesTooFar, 'function');
  assert.ok(!keys.some((key) => ['minutes', 'tables', 'dates'].includes(key)));
});
