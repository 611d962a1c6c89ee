// Runs in a process of its own: `measure-in-process.ts 'SIZE KIND'` prints what an edit costs without the protocol.
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { createReportCache } from '../../server/src/core/checking/report-cache.ts';
import { createCarets, createRandomPlaces, typed } from './carets.ts';
import { distributionOf } from './distribution.ts';
import { kinds, surroundingsOf, textOf, type Kind } from './edited-minutes.ts';

const [size, name] = (process.argv[2] ?? '').split(' ');
const named = kinds.find((kind) => kind === name) ?? 'sound';
console.log(JSON.stringify(measure(Number(size), named)));

function measure(size: number, kind: Kind): object {
  const reportCache = createReportCache();
  const around = surroundingsOf(size, kind);
  let text = textOf(size, kind);
  let document = parseMarkdown('');
  let minutes = readMinutes(document);
  let findings = 0;
  const read = (): void => {
    document = parseMarkdown(text, document);
    minutes = readMinutes(document, minutes);
  };
  const check = (): void => {
    findings = checkMinutes({ ...around, minutes }, reportCache).length;
  };

  const outline = timed(read);
  const first = timed(check);
  const places = kind === 'anywhere' ? createRandomPlaces(text) : createCarets(text);
  const press = (index: number): void => {
    const at = places.next(1);
    const key = typed.charAt(Math.floor(index / places.count) % typed.length);
    text = `${text.slice(0, at)}${key}${text.slice(at)}`;
  };
  const edits = Array.from({ length: 300 }, (_, index) => {
    press(index);
    const parts = [timed(read), timed(() => around.template.matchOf(minutes)), timed(check)];
    return [...parts, parts.reduce((sum, part) => sum + part)];
  });
  const allocated = allocatedBy(20, (index) => {
    press(index);
    read();
    check();
  });
  const [parse, match, key] = [0, 1, 3].map((column) =>
    distributionOf(edits.slice(3).map((row) => row[column] ?? 0)),
  );
  return { kind, findings, outline, first, parse, match, key, allocated };
}

/** Returns the kilobytes that a piece of work allocates each time; the young generation has room for all of it. */
function allocatedBy(times: number, work: (index: number) => void): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < times; index++) work(index);
  return (process.memoryUsage().heapUsed - before) / 1024 / times;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
