import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { openCacheFolder } from '../../server/src/node/cache-folder.ts';
import { localFiles } from '../../server/src/node/local-files.ts';
import { broken, sound, template } from '../cli/minutes-of-a-call.ts';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import type { CommandResult } from '../support/command-line.ts';
import { runInProcess } from '../support/in-process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { seed } from './seed.ts';

/** One change of a folder, or of how it is checked. */
type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'today'; readonly date: string };

const dates = ['2018-06-26', '2018-07-03', '2018-07-10', '2018-12-25', '2019-01-08', '2019-01-15'];

const anyDate = fc.constantFrom(...dates);
const anyPath = fc.oneof(
  anyDate.map((date) => `${date}.md`),
  anyDate.map((date) => `calls/${date}-harbour.md`),
  anyDate.map((date) => `sub/${date}.md`),
);

const anyText = fc
  .record({
    date: anyDate,
    text: fc.constantFrom(
      sound,
      broken,
      sound.replace('## News', '## Nws'),
      sound.replace('- Rope', '- [Rope](sub/rope.md)\n- [plan](2018-07-03.md)'),
      sound.replace('Who paints the hull?', '@ada: paint the hull by 2018-07-05'),
      `${sound}\n## Small talk\n`,
      '# Call 2018-06-26\n\nThe meeting was cancelled.\n',
      '<!-- minutes-template: board-meeting -->\n# Board\n',
      harbourMinutes({ date: '2018-06-26' }),
      harbourMinutes({ date: '2018-06-26', craneLead: 'Di Fen' }),
      harbourMinutes({ date: '2018-06-26', gauge: '- Moved\n', roadmap: '| Later | Brakes |\n' }),
      'Nothing.\n',
    ),
  })
  .map(({ date, text }) => text.replaceAll('2018-06-26', date));

const call = template.replace('"**/*.md"', '["*.md", "sub/*.md"]');
const anyTemplate = fc.constantFrom<readonly [string, string]>(
  ['.minutes/call.md', call],
  ['.minutes/call.md', call.replace('## Open questions', '## Questions')],
  ['.minutes/call.md', call.replace('---\n\n#', 'until: 2018-07-05\n---\n\n#')],
  ['.minutes/later.md', call.replace('---\n\n#', 'from: 2018-07-06\n---\n\n#')],
  ['.minutes/harbour.md', harbourTemplate],
  ['.minutes/harbour.md', harbourTemplate.replace('---\n\n', 'roster: roster.yml\n---\n\n')],
  ['.minutes/roster.yml', 'teams:\n  - name: Crane\n    leads: Ada Quill\n'],
  ['.minutes/roster.yml', 'teams:\n  - name: Crane\n    leads: Di Fen\n    from: 2018-07-01\n'],
  ['.minutes/config.yml', 'exclude: sub\n'],
  ['.minutes/config.yml', 'severities:\n  missing-section: error\n'],
  ['sub/.minutes/call.md', call],
  ['sub/rope.md', 'Rope.\n'],
);

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('write'), path: anyPath, text: anyText }) },
  {
    weight: 2,
    arbitrary: anyTemplate.map(([path, text]): Change => ({ kind: 'write', path, text })),
  },
  {
    arbitrary: fc.record({
      kind: fc.constant('remove'),
      path: fc.oneof(
        anyPath,
        anyTemplate.map(([path]) => path),
      ),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ kind: fc.constant('rename'), path: anyPath, to: anyPath }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constant('today'),
      date: fc.constantFrom(...dates, '2018-07-06', '2030-01-01'),
    }),
    weight: 1,
  },
);

const start: readonly Change[] = [
  { kind: 'write', path: '.minutes/call.md', text: call },
  { kind: 'write', path: '.minutes/harbour.md', text: harbourTemplate },
  ...dates.flatMap((date): Change[] => [
    { kind: 'write', path: `${date}.md`, text: sound.replaceAll('2018-06-26', date) },
    { kind: 'write', path: `calls/${date}-harbour.md`, text: harbourMinutes({ date }) },
  ]),
];

test('what is kept equals what is found anew, after any changes of a folder', async (context) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      fc.constantFrom('.', 'sub', '2018-07-03.md', 'calls'),
      async (rounds, part) => {
        const folder = emptyFolder(context);
        let today = '2018-12-30';
        for (const changes of [start, ...rounds]) {
          for (const change of changes) {
            if (change.kind === 'today') today = change.date;
            else apply(change, folder);
          }
          for (const path of [folder, join(folder, part)]) {
            const kept = await check(path, today, `${folder}/../cache`, []);
            const fresh = await check(path, today, `${folder}/../cache`, ['--no-cache']);
            assert.deepEqual(kept, fresh);
          }
        }
      },
    ),
    { numRuns: 12, seed },
  );
});

function emptyFolder(context: TestContext): string {
  const { path } = temporaryFolder(context, { 'root/.git/HEAD': 'ref: refs/heads/main\n' });
  return join(path, 'root');
}

/** Times are long past, so that an unchanged file is recognized by them. */
function apply(change: Exclude<Change, { kind: 'today' }>, folder: string): void {
  const path = join(folder, change.path);
  if (change.kind === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change.text);
    utimesSync(path, new Date(2020, 1), new Date(2020, 1));
  } else if (localFiles.kindOf(path) !== 'file') return;
  else if (change.kind === 'remove') rmSync(path);
  else {
    mkdirSync(dirname(join(folder, change.to)), { recursive: true });
    renameSync(path, join(folder, change.to));
  }
}

async function check(
  path: string,
  today: string,
  cache: string,
  options: readonly string[],
): Promise<CommandResult> {
  const args = ['check', '--format', 'json', '--min-severity', 'hint', ...options, path];
  return runInProcess(args, {
    now: () => Date.now() + 3_600_000,
    openCache: (_, root) => openCacheFolder(cache, root),
    today,
  });
}
