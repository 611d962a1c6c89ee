import { cpus, loadavg, release, type } from 'node:os';
import { ours } from './peers.ts';
import { editingFigures, ratiosOf, type Results } from './results.ts';

/** Returns docs/performance.md: what was measured, on what, and what limits it. */
export function performancePage(results: Results): string {
  return `${[
    '# Speed',
    '`npm run bench` writes this page; it installs the peers from `test/bench/peers` when it first runs.\n`npm run bench -- --check` fails where a ratio to the best peer is worse than here by more than half, or a key allocates a fifth more.',
    `Measured on ${machine()}, all programs in the same run, our rules all on.\nAbsolute figures move with the load of the machine; the ratios are to the best peer of their row.\nEvery server was started once before, so that its compile cache is warm; starts are medians of four.`,
    ...results.editing.map(({ size, servers }) => editingTable(size, servers, results)),
    '## Without the protocol',
    'Milliseconds in process for one key in minutes of so many characters: cutting and reading the outline, matching the template, all rules.\n`first` is the first check after opening.',
    table(
      [
        'characters',
        'outline',
        'first',
        'parse p50 / p95',
        'match p50 / p95',
        'whole key p50 / p95',
        'KB allocated',
      ],
      results.inProcess.map((row) => [
        String(row.size),
        figure(row.outline),
        figure(row.first),
        ...['parse', 'match', 'key'].map((part) => pair(row[part])),
        figure(row.allocated),
      ]),
    ),
    ...results.checking.map(({ count, seconds, index, typing }) =>
      [
        `## ${String(count)} minutes`,
        secondsTable(seconds),
        `The index of titles, dates, teams, leads and sizes takes ${figure(index.indexing)} ms; reading the files and finding their lines takes ${figure(index.reading)} ms.\nIt keeps ${figure(Number(index.heapPerFile) / 1024)} KB of heap a file.`,
        `A key in minutes of 3,600 characters takes ${pair(typing.among)} ms (p50 / p95) among them, once they are read, and ${pair(typing.alone)} ms alone.`,
      ].join('\n\n'),
    ),
    ...(results.corpus === null
      ? []
      : [`## ${String(results.corpus.count)} real minutes`, secondsTable(results.corpus.seconds)]),
    limits,
    ...Object.entries(results.profiles).map(profileOf),
  ].join('\n\n')}\n`;
}

const limits = `## What limits it

- A key parses its piece again where a rule has to look closely: micromark takes 0.1 ms for a call and 1 ms for a section of 300 bytes, and its time grows faster than the text.
  A piece that no rule is concerned with is not parsed at all.
- The structural rules look at the whole outline after each key, for any heading can be the one that is missing elsewhere: their time grows with the number of headings, some 3,000 in the minutes of a million characters.
- The first hundred keys run code that V8 has not yet optimised; p95 is theirs.
- A fence that is opened at the top makes one piece of all that follows; minutes without headings are one piece, too, and their tree is micromark's time.
- rumdl is native code and does not know the template; it is sent the whole text after each key, for it takes no ranges.
- The index takes its time per file for the title, which is read and matched anew in each, for looking up the lines of the headings that were read before, and for the garbage collector, which copies what is kept.
  Outlines of kinds that were matched before are not matched again; what the language server keeps besides, what updates say and the roadmap, takes more than twice as long again.
- The language server reads the files of the series without blocking, one after another; each costs it several turns of the event loop, in all more than indexing.`;

function profileOf([what, hot]: readonly [string, Results['profiles'][string]]): string {
  const rows = hot.map(({ name, share }) => [`\`${name}\``, `${(share * 100).toFixed(0)} %`]);
  return `${what}, by the profiler:\n\n${table(['function', 'of the time'], rows)}`;
}

function secondsTable(seconds: Readonly<Record<string, number>>): string {
  const rows = Object.entries(seconds).map(([name, each]) => [name, each.toFixed(2)]);
  return table(['program', 'seconds'], rows);
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0] ?? 0;
  return `${type()} ${release()}, ${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown'}, Node ${process.version}, load ${load.toFixed(1)}`;
}

function editingTable(
  size: number,
  servers: Results['editing'][number]['servers'],
  results: Results,
): string {
  const names = Object.keys(servers);
  const ratios = new Map(ratiosOf(results));
  const rows = editingFigures.map(([what, read]) => {
    const ratio = ratios.get(`${what}, ${String(size)} characters`);
    return [
      what,
      ...names.map((name) => (servers[name] === undefined ? '–' : figure(read(servers[name])))),
      ratio === undefined ? '–' : ratio.toFixed(2),
    ];
  });
  return [
    `## Editing ${String(size)} characters`,
    'A dash stands for no answer in the time that was given.',
    table(['', ...names, `${ours.server.name} to the best peer`], rows),
  ].join('\n\n');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function pair(value: unknown): string {
  const has = typeof value === 'object' && value !== null && 'p50' in value && 'p95' in value;
  return has ? `${figure(value.p50)} / ${figure(value.p95)}` : '–';
}

function figure(value: unknown): string {
  if (typeof value !== 'number') return '–';
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
