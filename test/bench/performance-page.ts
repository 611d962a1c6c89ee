import { cpus, loadavg, release, type } from 'node:os';
import { medianOf } from './distribution.ts';
import { ours } from './peers.ts';
import { editingFigures, ratiosOf, ratioText, type Results } from './results.ts';

/** Returns docs/performance.md: what was measured, on what, and what limits it. */
export function performancePage(results: Results): string {
  return `${[introduction(), ...figuresOf(results), limits, ...profilesOf(results)].join('\n\n')}\n`;
}

/** Returns the sections of what was measured, which may be a part. */
export function figuresOf(results: Results): readonly string[] {
  return [
    ...results.editing.map(({ size, servers }) => editingTable(size, servers, results)),
    ...inProcessSection(results),
    ...results.checking.map(checkingSection),
    ...fileSection(results),
    ...(results.corpus === null
      ? []
      : [`## ${String(results.corpus.count)} real minutes`, secondsTable(results.corpus.seconds)]),
    ...instructionsSection(results),
  ];
}

/** Returns the tables of what takes the time. */
export function profilesOf(results: Results): readonly string[] {
  return Object.entries(results.profiles).map(([what, hot]) => {
    const rows = hot.map(({ name, share }) => [name, `${(share * 100).toFixed(0)} %`]);
    return `${what}, by the profiler:\n\n${table(['', 'of the time'], rows)}`;
  });
}

function introduction(): string {
  return [
    '# Speed',
    [
      '`npm run bench` writes this page; it installs the peers from `test/bench/peers` when it first runs.',
      '`npm run bench -- --check` fails where a ratio to the best peer is worse than here by more than half, a key allocates a fifth more, or a tenth more instructions are needed.',
      '`--only start`, `editing`, `in-process`, `trees`, `file` or `corpus` measures that part, prints it and writes nothing; with `--save` it puts the part into this page, beside the others of earlier runs.',
    ].join('\n'),
    `Measured on ${machine()}, all programs of a table in the same run, our rules all on; a part that was measured alone is of a later run.\nAbsolute figures move with the load of the machine; the ratios are to the best peer of their row.\nEvery server was started once before, so that its compile cache is warm; starts are medians of four.`,
  ].join('\n\n');
}

function inProcessSection({ inProcess }: Results): readonly string[] {
  if (inProcess.length === 0) return [];
  const columns = ['parse p50 / p95', 'match p50 / p95', 'whole key p50 / p95'];
  return [
    '## Without the protocol',
    [
      'Milliseconds in process for one key in minutes of so many characters: cutting and reading the outline, matching the template, all rules.',
      '`first` is the first check after opening.',
      'A sentence is typed at each of three carets in `sound` minutes, in those of a `series` of 60, and in such with `findings`: a replaced lead, a misspelled section, open text and mixed markers in every ninth item; `anywhere`, each key is after another word of sound minutes.',
      '`to the series` is the p50 with findings to the one without; each row is the best of three runs.',
    ].join('\n'),
    table(
      ['characters', 'minutes', 'findings', 'first', ...columns, 'to the series', 'KB allocated'],
      inProcess.map((row) => [
        String(row.size),
        typeof row.kind === 'string' ? row.kind : 'sound',
        typeof row.findings === 'number' ? String(row.findings) : '–',
        figure(row.first),
        ...['parse', 'match', 'key'].map((part) => pair(row[part])),
        ratioToSeries(row, inProcess),
        figure(row.allocated),
      ]),
    ),
  ];
}

function ratioToSeries(row: Results['inProcess'][number], all: Results['inProcess']): string {
  const series = all.find(({ size, kind }) => size === row.size && kind === 'series');
  const [own, other] = [medianOf(row.key), medianOf(series?.key)];
  return row.kind === 'findings' && own !== null && other !== null ? ratioText(own / other) : '–';
}

function checkingSection({ count, seconds, index, typing }: Results['checking'][number]): string {
  return [
    `## ${String(count)} minutes`,
    secondsTable(seconds),
    `The index of titles, dates, teams, leads and sizes takes ${figure(index.indexing)} ms; reading the files and finding their lines takes ${figure(index.reading)} ms.\nIt keeps ${figure(Number(index.heapPerFile) / 1024)} KB of heap a file.`,
    `A key in minutes of 3,600 characters takes ${pair(typing.among)} ms (p50 / p95) among them, once they are read, and ${pair(typing.alone)} ms alone.`,
  ].join('\n\n');
}

function fileSection({ file }: Results): readonly string[] {
  if (file.length === 0) return [];
  return [
    '## One file of a series',
    'Seconds that `minutes check --no-cache FILE` takes, with the evidence of the minutes beside it.',
    table(
      ['characters of each', 'minutes', 'seconds'],
      file.map(({ size, of, seconds }) => [String(size), String(of), seconds.toFixed(2)]),
    ),
  ];
}

function instructionsSection({ instructions }: Results): readonly string[] {
  const rows = Object.entries(instructions).map(([what, count]) => [what, count.toFixed(0)]);
  if (rows.length === 0) return [];
  return [
    '## Instructions',
    'What `perf stat` counts outside the kernel hardly moves with the load of the machine; where perf is missing, nothing is counted.',
    table(['', 'millions'], rows),
  ];
}

const limits = `## What limits it

- A key parses its piece again where a rule has to look closely: micromark takes 0.1 ms for a call and 1 ms for a section of 300 bytes, and its time grows faster than the text.
  A piece that no rule is concerned with is not parsed at all.
- The structural rules look at the whole outline after each key, for any heading can be the one that is missing elsewhere: their time grows with the number of headings, some 3,000 in the minutes of a million characters.
- In a million characters, a key at the start moves the places of all 3,200 headings after it, and what is made anew for that is collected: the median stays below 10 ms in process, p95 only in some runs (8 to 17 ms, as fast as the machine happens to be).
- The first hundred keys run code that V8 has not yet optimised; p95 is theirs.
- A fence that is opened at the top makes one piece of all that follows; minutes without headings are one piece, too, and their tree is micromark's time.
- rumdl is native code and does not know the template; it is sent the whole text after each key, for it takes no ranges.
- The index takes its time per file for the title, which is read and matched anew in each, for looking up the lines of the headings that were read before, and for the garbage collector, which copies what is kept.
  Outlines of kinds that were matched before are not matched again; what the language server keeps besides, what updates say, the roadmap and the record, takes more than twice as long again.
- The language server reads the files of the series without blocking, one after another; each costs it several turns of the event loop, in all more than indexing.
- Of a start, Node itself takes a good part, and V8 another for reading what it compiled before: each function of the program costs some, whether it is called or not.
  What no start needs is therefore kept apart as text (\`bundled-packages.mjs\`), the program is ASCII, which V8 keeps in a byte a character, and the buffer of compiled code is given back.
  The rest is code that runs once, and so in V8's interpreter: reading the template, matching, the first check.
- Each thread warms V8 up for itself: \`minutes check\` starts one for each 1,500 files, and none below 150 (115 files in two: 10.9 against 7.7 thousand million instructions).`;

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
      ratio === undefined ? '–' : ratioText(ratio),
    ];
  });
  return [
    `## Editing ${String(size)} characters`,
    'A dash means no answer within the time limit.',
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
