import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite, test, type TestContext } from 'node:test';
import { launchBrowser } from '../../tools/browser.ts';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';
import { corpusIsAbsent, corpusFolder } from '../support/corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { deadLinks } from './site-pages.ts';

const template = `---
minutes-template: 1
name: Pier call
files: "calls/**/*.md"
---

# Pier call {date}

## Present <!-- attendees; optional -->

## Teams <!-- optional -->

### {team} - {lead}

## Roadmap <!-- optional -->

| When? | What? |
|-------|-------|
| Soon | |
| Later | |

## Decisions <!-- decisions; optional -->

## Actions <!-- actions; optional -->
`;

const files = {
  '.minutes/pier.md': template,
  'calls/2026-10-06.md': `# Pier call 2026-10-06

## Present

- Ada Quill
- Bo Reed

## Teams

### Crane - Ada Quill

- Painted the [jib](https://example.org/a?b&c), see [next](2026-10-13.md#crane---ada-quill) and [gone](../README.md)
- <script>alert(1)</script> <img src=x onerror=alert(1)> [run](javascript:alert(1)) ![hull](hull.png)
- [x] a box, and a note[^1]

[^1]: The note.

## Roadmap

| When? | What? |
|-------|-------|
| Soon | A crane |
| Later | A quay |

## Decisions

- We buy rope.

## Actions

- [ ] Ada Quill: order rope by 2026-10-10
`,
  'calls/2026-10-13.md': `# Pier call 2026-10-13

## Teams

### Crane - Ada Quill

- Tested the load

## Roadmap

| When? | What? |
|-------|-------|
| Soon | A crane |
| Soon | A quay |

## Actions

- [x] Ada Quill: order rope
- [ ] Bo Reed: paint the *hull*
`,
  'calls/2026-10-20.md': '# Pier call 2026-10-20\n\nCancelled\n',
};

function report(
  context: TestContext,
  ...args: readonly string[]
): { path: string; site: string; result: ReturnType<typeof runCommand> } {
  const { path } = temporaryFolder(context, files);
  const result = runCommand(path, ['report', '--output', 'site', ...args]);
  return { path, site: join(path, 'site'), result };
}

suite('report', () => {
  test('writes a page for each meeting, team and person, whose links all lead somewhere', (t) => {
    const { site, result } = report(t, '--base-url', 'https://example.org/pier');
    assert.equal(result.code, 0, result.errors);
    assert.deepEqual(globSync('**/*.*', { cwd: site }).sort(), [
      'actions.html',
      'decisions.html',
      'feed.xml',
      'history-data.js',
      'history.html',
      'index.html',
      'meetings.ics',
      'meetings/2026-10-06.html',
      'meetings/2026-10-13.html',
      'meetings/2026-10-20.html',
      'people/ada-quill.html',
      'people/bo-reed.html',
      'people/index.html',
      'search-index.js',
      'search.html',
      'site.js',
      'style.css',
      'teams/crane.html',
      'teams/index.html',
    ]);
    assert.deepEqual(deadLinks(site), []);
    const page = readFileSync(join(site, 'meetings/2026-10-06.html'), 'utf8');
    assert.match(
      page,
      /href="2026-10-13\.html#crane---ada-quill"|href="\.\.\/meetings\/2026-10-13\.html#crane---ada-quill"/,
    );
    assert.match(page, /<span>gone<\/span>/);
    assert.doesNotMatch(page, /alert|onerror|javascript:|<img/);
    assert.match(
      readFileSync(join(site, 'feed.xml'), 'utf8'),
      /https:\/\/example\.org\/pier\/meetings\/2026-10-13\.html/,
    );
    assert.match(readFileSync(join(site, 'meetings.ics'), 'utf8'), /DTSTART;VALUE=DATE:20261006/);
  });

  test('changes only its own files, and removes those of minutes that are gone', (t) => {
    const { path, site } = report(t);
    writeFileSync(join(site, 'notes.txt'), 'mine');
    rmSync(join(path, 'calls/2026-10-13.md'));
    const again = runCommand(path, ['report', '--output', 'site']);
    assert.equal(again.code, 0, again.errors);
    assert.equal(readFileSync(join(site, 'notes.txt'), 'utf8'), 'mine');
    assert.equal(existsSync(join(site, 'meetings/2026-10-13.html')), false);
    writeFileSync(join(site, 'style.css'), 'mine');
    const refused = runCommand(path, ['report', '--output', 'site']);
    assert.equal(refused.code, 2);
    assert.match(refused.errors, /style\.css is not a file of this site, or was changed/);
    assert.equal(readFileSync(join(site, 'style.css'), 'utf8'), 'mine');
  });

  test('writes nothing through links that lead out of its folder', (t) => {
    const { path } = temporaryFolder(t, files);
    mkdirSync(join(path, 'site'));
    mkdirSync(join(path, 'elsewhere'));
    symlinkSync(join(path, 'elsewhere'), join(path, 'site/meetings'));
    const { code, errors } = runCommand(path, ['report', '--output', 'site']);
    assert.equal(code, 2);
    assert.match(errors, /leads out of/);
    assert.deepEqual(globSync('*', { cwd: join(path, 'elsewhere') }), []);
  });

  test('a style sheet of the group is used besides the site’s own', (t) => {
    const { path } = temporaryFolder(t, { ...files, 'own.css': 'body { color: red }' });
    assert.equal(runCommand(path, ['report', '--output', 'site', '--style', 'own.css']).code, 0);
    assert.match(readFileSync(join(path, 'site/index.html'), 'utf8'), /href="custom\.css"/);
    assert.equal(readFileSync(join(path, 'site/custom.css'), 'utf8'), 'body { color: red }');
  });

  test(
    'a real browser finds no violation of accessibility or of the policy, and the search finds',
    { timeout: 120_000 },
    async (t) => {
      const { site } = report(t, '--base-url', 'https://example.org/pier');
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
      const browser = await launchBrowser();
      t.after(() => browser.close());
      const page = await browser.newPage({ bypassCSP: false });
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const path of globSync('**/*.html', { cwd: site })) {
          await page.goto(pathToFileURL(join(site, path)).href);
          if (path === 'history.html') await page.locator('.picture svg').first().waitFor();
          await page.evaluate(axe);
          const violations: readonly string[] = await page.evaluate(
            `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join()))`,
          );
          assert.deepEqual(violations, [], `${path} ${colorScheme}`);
        }
      }
      await page.goto(pathToFileURL(join(site, 'search.html')).href);
      await page.locator('#query').fill('load');
      assert.equal(await page.locator('#results a').textContent(), 'Pier call 2026-10-13');
      assert.deepEqual(problems, []);
    },
  );

  test('the site of the example has no dead link', (t) => {
    const { path } = temporaryFolder(t);
    cpSync(join(checkout, 'test/workspaces/pmc'), path, { recursive: true });
    const { code, errors } = runCommand(path, ['report', '--output', 'site']);
    assert.equal(code, 0, errors);
    assert.deepEqual(deadLinks(join(path, 'site')), []);
  });

  test(
    'the site of the Runtime minutes has no dead link, and a search index that is bounded',
    { skip: corpusIsAbsent, timeout: 300_000 },
    (t) => {
      const { path } = temporaryFolder(t);
      const { code, errors } = runCommand(path, [
        ...[
          'report',
          '--template',
          'runtime-pmc',
          '--output',
          'site',
          join(corpusFolder, 'minutes'),
        ],
      ]);
      assert.notEqual(code, 1, errors);
      assert.deepEqual(deadLinks(join(path, 'site')), []);
      assert.ok(statSync(join(path, 'site/search-index.js')).size <= 5_000_000);
    },
  );
});
