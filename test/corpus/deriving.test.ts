import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { chooseTemplate } from '../../server/src/core/claims/choose-template.ts';
import { readPathForm } from '../../server/src/core/deriving/path-form.ts';
import { proposeTemplates } from '../../server/src/core/deriving/propose-templates.ts';
import { findingsInSeries } from '../../server/src/core/deriving/findings-in-series.ts';
import type { FolderFile } from '../../server/src/core/deriving/found-series.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkout } from '../../tools/checkout.ts';
import { skipped } from './corpus.ts';

const folder = join(checkout, '../shared/corpus/groups');
const structural =
  /^(?:missing|misspelled|misplaced|duplicate)-section$|^(?:wrong-heading-level|malformed-title|missing-title|missing-field|missing-table|missing-team|unknown-team)$/;

test(
  'templates derived from all minutes of a group except the last ten have at most one structural warning on those, for ten of twelve groups',
  { skip: skipped },
  (t) => {
    const counts = globSync('*', { cwd: folder })
      .sort()
      .map((group) => {
        const { claimed, warnings } = judge(join(folder, group));
        t.diagnostic(`${group}: ${claimed} of 10 claimed, ${warnings.length} structural warnings`);
        for (const warning of warnings) t.diagnostic(`  ${warning}`);
        return warnings.length;
      });
    assert.ok(counts.length === 12 && counts.filter((count) => count <= 1).length >= 10);
  },
);

function judge(group: string): { readonly claimed: number; readonly warnings: readonly string[] } {
  const files = globSync('**/*.md', { cwd: group })
    .filter((path) => !/blind-templates|\.minutes/.test(path))
    .map((path): FolderFile => ({ path, text: readFileSync(join(group, path), 'utf8') }))
    .filter(({ text }) => text.trim() !== '');
  const last = files
    .map((file) => ({ ...file, form: readPathForm(file.path) }))
    .filter(({ form }) => form.date !== null || form.number !== null)
    .sort((a, b) => orderOf(a.form).localeCompare(orderOf(b.form)))
    .slice(-10);
  const held = new Set(last.map(({ path }) => path));
  const { proposals } = proposeTemplates(
    files.filter(({ path }) => !held.has(path)),
    basename(group),
  );
  const sources = proposals.map(({ name, text }) => ({
    id: name,
    root: group,
    template: readTemplate(text, `${name}.md`),
  }));
  const claims = last.map((file) => {
    const path = join(group, file.path);
    const asked = { path, text: file.text, settings: [], nearest: sources, presets: () => [] };
    const claim = chooseTemplate(asked);
    return { file, source: claim.state === 'checked' ? claim.source : null };
  });
  const warnings = sources.flatMap(({ id, template }) => {
    const own = claims.flatMap(({ file, source }) => (source?.id === id ? [file] : []));
    const before = proposals.find(({ name }) => name === id)?.minutes ?? [];
    const series = [...before, ...own].map(({ path, text }) => ({
      path,
      form: readPathForm(path),
      minutes: readMinutes(parseMarkdown(text)),
    }));
    return findingsInSeries(series, template)
      .slice(before.length)
      .flatMap((findings, index) =>
        findings.flatMap(({ rule, range }) => {
          const file = series[before.length + index];
          const line = file?.minutes.markdown.lines.pointAt(range.start).line ?? 0;
          return structural.test(rule) ? [`${rule} ${file?.path ?? ''}:${String(line)}`] : [];
        }),
      );
  });
  return { claimed: claims.filter(({ source }) => source !== null).length, warnings };
}

function orderOf({ date, number }: ReturnType<typeof readPathForm>): string {
  return `${date ?? ''} ${String(number ?? 0).padStart(8, '0')}`;
}
