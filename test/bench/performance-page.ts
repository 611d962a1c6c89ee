import { cpus, loadavg, release, type } from 'node:os';
import { ours } from './peers.ts';
import { editingFigures, ratiosOf, type Results } from './results.ts';

/** Returns docs/performance.md: what was measured, on what, and what limits it. */
export function performancePage(results: Results): string {
  return `${[
    '# Speed',
    '`npm run bench` writes this page; it installs the peers from `test/bench/peers` when it first runs.\n`npm run bench -- --check` fails where a ratio to the best peer is worse than here by more than half.',
    `Measured on ${machine()}, all programs in the same run, our rules all on.\nAbsolute figures move with the load of the machine; the ratios are to the best peer of their row.`,
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
        'check with match p50 / p95',
      ],
      results.inProcess.map((row) => [
        String(row.size),
        figure(row.outline),
        figure(row.first),
        ...['parse', 'match', 'check'].map((part) => pair(row[part])),
      ]),
    ),
    ...results.checking.map(({ count, seconds, index }) =>
      [
        `## ${String(count)} minutes`,
        table(
          ['program', 'seconds'],
          Object.entries(seconds).map(([name, each]) => [name, each.toFixed(2)]),
        ),
        `The index of titles, dates, teams, leads and sizes takes ${figure(index.indexing)} ms; reading the files and finding their lines takes ${figure(index.reading)} ms.\nIt keeps ${figure(Number(index.heapPerFile) / 1024)} KB of heap a file.`,
      ].join('\n\n'),
    ),
    limits,
  ].join('\n\n')}\n`;
}

const limits = `## What limits it

- An edit parses its piece again where a rule has to look closely: micromark takes 0.1 ms for a call and 1 ms for a section of 300 bytes, and its time grows faster than the text.
  A piece that no rule is concerned with is not parsed at all.
- The structural rules look at the whole outline after each edit, for any heading can be the one that is missing elsewhere.
  At 1 MB, with thousands of teams, matching and the rules that compare whole updates (\`misplaced-update\`) take most of the time.
- A fence that is opened at the top makes one piece of all that follows; minutes without headings are one piece, too.
- The first check compiles the parser and the rules; the compile cache beside the bundle saves the rest of the start.
- \`minutes check\` runs in one thread.
- rumdl tells far less after an edit than after opening (2 instead of 176 findings in the minutes of 30,000 characters), which is part of why its edits are so fast.`;

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
