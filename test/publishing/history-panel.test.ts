import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { historyCharts } from '../../server/src/core/publishing/charts/history-charts.ts';
import { mostMarks, type Chart } from '../../server/src/core/publishing/charts/chart.ts';
import type { FindingCounts } from '../../server/src/core/publishing/charts/findings-chart.ts';
import type { ShownHistory } from '../../server/src/protocol/history-messages.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { cacheFolder, checkout } from '../../tools/checkout.ts';

const template = readTemplate(
  `# Pier call {date}

## Present <!-- attendees -->

## Teams

### {team} - {lead}

## Roadmap

| When? | What? |
|-------|-------|
| Soon | |
| Later | |

## Actions <!-- actions -->
`,
  'pier.md',
);

const day = (index: number): string =>
  new Date(Date.UTC(2020, 0, 7) + index * 7 * 86_400_000).toISOString().slice(0, 10);

/** Returns minutes with seventeen teams, each of which reports in most weeks. */
function minutesOf(index: number): string {
  const teams = Array.from({ length: 17 }, (_, team) => {
    const lead = `Lead ${String(team)} ${String(Math.floor(index / (20 + team)))}`;
    const lines = (index * 7 + team * 5) % 6;
    return `### Team ${String(team)} - ${lead}\n\n${'- did something\n'.repeat(lines)}`;
  });
  return `# Pier call ${day(index)}

## Present

${'- Ada Quill\n- Bo Reed\n'.repeat(1 + (index % 4))}

## Teams

${teams.join('\n')}

## Roadmap

| When? | What? |
|-------|-------|
| Soon | Item ${String(Math.floor(index / 6))} |
| Later | Item ${String(Math.floor(index / 6) + 1)} |

## Actions

- [ ] Lead ${String(index % 5)}: promise number ${String(index)} of many words by ${day(index)}
`;
}

function chartsOf(count: number): readonly Chart[] {
  const minutes = Array.from({ length: count }, (_, index) => {
    const id = `file:///pier/${day(index)}.md`;
    return indexMinutes(id, minutesOf(index), id, template);
  });
  const findings = new Map<string, FindingCounts>(
    minutes
      .slice(-60)
      .map(({ id }, index) => [
        id,
        { error: index % 2, warning: index % 5, information: 0, hint: 3 },
      ]),
  );
  return historyCharts(seriesOf(minutes), { since: null, today: day(count), findings });
}

const colors: Readonly<Record<string, readonly [background: string, text: string, link: string]>> =
  {
    light: ['#ffffff', '#3b3b3b', '#005fb8'],
    dark: ['#1f1f1f', '#cccccc', '#4daafc'],
    'high-contrast': ['#000000', '#ffffff', '#21a6ff'],
  };

/** Opens the panel's page as VS Code does: with its own variables, a strict policy, and a stand-in for the extension. */
async function openPanel(page: Page, theme: string, shown: ShownHistory): Promise<void> {
  const [background, text, link] = colors[theme] ?? ['#fff', '#000', '#00f'];
  const folder = `file://${join(checkout, 'client/dist/webviews')}`;
  await page.addInitScript(
    `globalThis.told = []; let state;
     globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => told.push(message), getState: () => state, setState: (next) => { state = next; } });`,
  );
  await page.route('file:///history-panel.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:; style-src file:"><title>Minutes</title><link rel="stylesheet" href="${folder}/history.css"></head><body><main></main><script src="${folder}/history.js"></script></body></html>`,
    }),
  );
  await page.goto('file:///history-panel.html');
  while ((await page.evaluate<number>('told.length')) === 0);
  const variables = {
    'editor-background': background,
    foreground: text,
    'textLink-foreground': link,
    'font-family': 'sans-serif',
    'font-size': '13px',
    'charts-blue': theme === 'light' ? '#1a85ff' : '#3794ff',
    'charts-orange': '#d18616',
    'charts-green': theme === 'light' ? '#388a34' : '#89d185',
    'charts-red': theme === 'light' ? '#e51400' : '#f14c4c',
    'charts-purple': theme === 'light' ? '#652d90' : '#b180d7',
    'charts-yellow': theme === 'light' ? '#bf8803' : '#cca700',
    'charts-foreground': text,
    'dropdown-background': background,
    'dropdown-foreground': text,
    'dropdown-border': text,
    'widget-border': '#8884',
  };
  await page.evaluate(
    `for (const [name, value] of Object.entries(${JSON.stringify(variables)})) document.documentElement.style.setProperty('--vscode-' + name, value)`,
  );
  await send(page, shown);
  await page.locator('h1').waitFor();
}

async function send(page: Page, shown: ShownHistory): Promise<void> {
  await page.evaluate(`window.postMessage(${JSON.stringify(shown)}, '*')`);
}

function shownOf(charts: readonly Chart[]): ShownHistory {
  return {
    state: { series: 'pier', since: null },
    title: 'History: Pier call',
    charts,
    periods: [{ name: 'All', since: null }],
    words: {
      period: 'Time',
      table: 'The same as a table',
      nothing: 'Nothing.',
      leftOut: '{0} more',
    },
  };
}

suite('history panel', () => {
  for (const count of [0, 1, 3, 92, 10_000]) {
    test(`of ${String(count)} meetings has few enough marks, and the same as tables`, () => {
      const charts = chartsOf(count);
      assert.deepEqual(
        charts.map(({ id }) => id),
        count === 0 ? [] : ['reporting', 'leads', 'roadmap', 'actions', 'attendance', 'findings'],
      );
      for (const { id, marks, table, rows, form } of charts) {
        assert.ok(marks.length <= mostMarks, id);
        assert.ok(table.rows.length > 0, id);
        assert.ok(
          table.rows.every((row) => row.length === table.columns.length),
          id,
        );
        if (form === 'rows')
          assert.ok(
            marks.every(({ row }) => rows.includes(row)),
            id,
          );
      }
    });
  }

  test(
    'is drawn without a violation of accessibility or of the policy, in each theme and width',
    { timeout: 120_000 },
    async (t) => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
      const browser = await launchBrowser();
      t.after(() => browser.close());
      const folder = cacheFolder('screenshots');
      mkdirSync(folder, { recursive: true });
      for (const [theme, width, count] of [
        ['light', 1280, 92],
        ['dark', 420, 92],
        ['high-contrast', 900, 3],
        ['light', 900, 1],
        ['dark', 1280, 1000],
        ['light', 900, 0],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const problems: string[] = [];
        page.on('console', (message) => problems.push(message.text()));
        page.on('pageerror', (error) => problems.push(error.message));
        const charts = chartsOf(count);
        await openPanel(page, theme, shownOf(charts));
        assert.equal(await page.locator('svg[role=img]').count(), charts.length);
        const first = page.locator('summary').first();
        if (count === 3) await first.click();
        await page.screenshot({
          path: join(folder, `history-${theme}-${String(width)}-${String(count)}.png`),
          fullPage: true,
        });
        await page.evaluate(axe);
        const violations: readonly string[] = await page.evaluate(
          `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 3).map(({ html }) => html).join()))`,
        );
        assert.deepEqual(violations, [], `${theme} ${String(count)}`);
        assert.deepEqual(problems, []);
        await page.close();
      }
    },
  );

  test(
    'says which mark and which cell is clicked, and keeps an open table',
    { timeout: 60_000 },
    async (t) => {
      const browser = await launchBrowser();
      t.after(() => browser.close());
      const page = await browser.newPage();
      const charts = chartsOf(3);
      await openPanel(page, 'light', shownOf(charts));
      await page.locator('#reporting [data-mark="4"]').click();
      await page.locator('#leads summary').click();
      await page.locator('#leads td button').first().click();
      const told = await page.evaluate('told');
      assert.deepEqual(told, [
        { kind: 'ready' },
        { kind: 'mark', chart: 0, mark: 4 },
        { kind: 'cell', chart: 1, row: 0, column: 2 },
      ]);
      await send(page, shownOf(chartsOf(1)));
      await page.locator('#reporting tbody tr').nth(1).waitFor({ state: 'detached' });
      assert.equal(await page.locator('#leads details').getAttribute('open'), '');
    },
  );
});
