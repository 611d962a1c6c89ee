import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { historyCharts } from '../../server/src/core/publishing/charts/history-charts.ts';
import { mostMarks, type Chart } from '../../server/src/core/publishing/charts/chart.ts';
import type { FindingCounts } from '../../server/src/core/publishing/charts/findings-chart.ts';
import type { ShownHistory } from '../../server/src/protocol/history-messages.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { accessibilityViolations, openPanel, sendToPanel, takePicture } from '../support/panel.ts';

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

function shownOf(charts: readonly Chart[], unchecked = 0): ShownHistory {
  return {
    state: { series: 'pier', since: null },
    title: 'History: Pier call',
    charts,
    periods: [{ name: 'All', since: null }],
    unchecked,
    words: {
      period: 'Time',
      table: 'The same as a table',
      nothing: 'Nothing.',
      leftOut: '{0} more',
      unchecked: 'Earlier minutes are not counted.',
      checkAll: 'Check All',
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
        if (id === 'leads') {
          assert.deepEqual(new Set(marks.map(({ row }) => row)), new Set(rows));
        }
      }
    });
  }

  test('shows an item of the roadmap once, with the rows that continue it', () => {
    const id = 'file:///pier/2020-01-07.md';
    const roadmap = '## Roadmap\n\nWhen? | What?\n---|---\nSoon | - Buoys\n|| and chains\n';
    const minutes = indexMinutes(id, `# Pier call 2020-01-07\n\n${roadmap}`, id, template);
    const options = { since: null, today: '2020-01-08', findings: new Map() };
    const chart = historyCharts(seriesOf([minutes]), options).find((each) => each.id === 'roadmap');
    assert.deepEqual(chart?.rows, ['Buoys and chains']);
  });

  test('gives the last meeting as many days as the one before', () => {
    const [reporting] = chartsOf(3);
    assert.equal(reporting?.marks.at(-1)?.to, day(3));
  });

  test(
    'is drawn without a violation of accessibility or of the policy, in each theme and width',
    { timeout: 120_000 },
    async (t) => {
      const browser = await launchBrowser();
      t.after(() => browser.close());
      for (const [theme, width, count] of [
        ['light', 1280, 92],
        ['dark', 420, 92],
        ['high-contrast', 900, 3],
        ['light', 900, 1],
        ['dark', 1280, 10_000],
        ['light', 900, 0],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const problems: string[] = [];
        page.on('console', (message) => problems.push(message.text()));
        page.on('pageerror', (error) => problems.push(error.message));
        const charts = chartsOf(count);
        await openPanel(page, 'history', theme, shownOf(charts, Math.max(0, count - 60)));
        assert.equal(await page.locator('svg[role=img]').count(), charts.length);
        const first = page.locator('summary').first();
        if (count === 3) await first.click();
        await takePicture(page, `history-${theme}-${String(width)}-${String(count)}`);
        const violations = await accessibilityViolations(page);
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
      await openPanel(page, 'history', 'light', shownOf(charts, 5));
      await page.locator('#reporting [data-mark="4"]').click();
      await page.locator('#leads summary').click();
      await page.locator('#leads td button').first().click();
      await page.getByRole('button', { name: 'Check All' }).click();
      const told = await page.evaluate('told');
      assert.deepEqual(told, [
        { kind: 'ready' },
        { kind: 'mark', chart: 0, mark: 4 },
        { kind: 'cell', chart: 1, row: 0, column: 2 },
        { kind: 'check-all' },
      ]);
      await sendToPanel(page, shownOf(chartsOf(1)));
      await page.locator('#reporting tbody tr').nth(1).waitFor({ state: 'detached' });
      assert.equal(await page.locator('#leads details').getAttribute('open'), '');
    },
  );
});
