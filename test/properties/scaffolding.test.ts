import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { proposeTemplates } from '../../server/src/core/deriving/propose-templates.ts';
import type { FolderFile } from '../../server/src/core/deriving/found-series.ts';
import { readTemplate, type Matcher } from '../../server/src/core/matching/matcher.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { newMinutes, type NewMinutes } from '../../server/src/core/scaffolding/new-minutes.ts';
import { refreshDraft } from '../../server/src/core/scaffolding/refresh-draft.ts';
import { nextMeetings } from '../../server/src/core/scaffolding/next-meetings.ts';
import { addDays } from '../../server/src/core/text/calendar-date.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import { arbitrarySeries } from './arbitrary-series.ts';
import { templates } from './arbitrary-minutes.ts';
import { arbitraryOutline } from './arbitrary-outline.ts';
import { arbitraryTemplate } from './arbitrary-template.ts';
import { writeTemplate } from './outline-model.ts';

const today = '2030-01-01';
const anyTemplate = fc.oneof(arbitraryTemplate, arbitraryOutline.map(writeTemplate));

test('minutes made by “new” have no finding at warning by a template that was derived', () => {
  fc.assert(
    fc.property(arbitrarySeries, ({ files }) => {
      for (const { text, name, minutes } of proposeTemplates(files, 'harbor').proposals) {
        const template = readTemplate(text, `${name}.md`);
        if (template.options.until !== null) continue;
        const made = makeNext(
          template,
          files.filter(({ path }) => minutes.some((own) => own.path === path)),
        );
        assert.ok(made.path !== null && template.claim(made.path) !== null, made.path ?? text);
        assert.deepEqual(warningsOf(made, template), [], `${made.path}\n${made.text}\n${text}`);
      }
    }),
  );
});

test('minutes made by “new” have no finding at warning by any template', () => {
  fc.assert(
    fc.property(arbitraryTemplate, (text) => {
      const template = readTemplate(text, 'generated.md');
      if (template.problems.length > 0) return;
      const made = makeNext(template, []);
      assert.deepEqual(warningsOf(made, template), [], `${made.text}\n${text}`);
    }),
  );
});

test('minutes made one after the other by any template of the laws, with topics, are of days that are scheduled, and have no finding at warning', () => {
  fc.assert(
    fc.property(
      arbitraryOutline,
      fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
      fc.uniqueArray(fc.constantFrom('Fenders', 'New paint', 'Ropes & chains'), {
        maxLength: 2,
      }),
      (outline, excepted, topics) => {
        const except = excepted.map((week) => addDays('2030-01-01', week * 7));
        const text = writeTemplate(outline).replace(
          /^minutes-template: 1$/m,
          `$&\nschedule: FREQ=WEEKLY;BYDAY=TU\nexcept: [${except.join(', ')}]`,
        );
        const template = readTemplate(text, 'generated.md');
        fc.pre(template.problems.length === 0 && template.options.schedule !== null);
        const made: { minutes: NewMinutes; path: string }[] = [];
        for (let count = 0; count < 2; count++) {
          const minutes = makeNext(template, made.map(toFile), topics);
          assert.ok(!except.includes(minutes.date), minutes.date);
          assert.equal(new Date(minutes.date).getUTCDay(), 2);
          assert.deepEqual(warningsOf(minutes, template), [], `${minutes.text}\n---\n${text}`);
          made.push({ minutes, path: minutes.path ?? `${minutes.date}.md` });
        }
      },
    ),
  );
});

test('a fresh draft is not refreshed, and a refreshed one keeps every line that somebody wrote', () => {
  fc.assert(
    fc.property(anyTemplate, anyTemplate, (text, other) => {
      const template = readTemplate(text, 'generated.md');
      const changed = readTemplate(other, 'changed.md');
      if (template.problems.length > 0 || changed.problems.length > 0) return;
      const made = makeNext(template, []);
      const input = { fileName: `${made.date}.md`, date: made.date };
      assert.deepEqual(
        refreshDraft({ ...input, text: made.text, template, roster: template.options.roster })
          .changes,
        [],
        `${made.text}\n${text}`,
      );
      let number = 0;
      const written = made.text.replace(
        /^#+ .*$/gm,
        (line) => `${line}\n\nSaid ${String(number++)}.`,
      );
      const refreshed = refreshDraft({
        ...input,
        text: written,
        template: changed,
        roster: changed.options.roster,
      });
      for (let index = 0; index < number; index++) {
        assert.ok(refreshed.text.includes(`Said ${String(index)}.`), refreshed.text);
      }
    }),
  );
});

for (const text of new Set([...templates, ...presets.map((preset) => preset.text)])) {
  const template = readTemplate(text, 'preset.md');
  test(`minutes made by “new” have no finding at warning by ${template.name}`, () => {
    const made = makeNext(template, []);
    assert.deepEqual(warningsOf(made, template), [], made.text);
  });
}

function toFile({ path, minutes }: { path: string; minutes: NewMinutes }): FolderFile {
  return { path, text: minutes.text };
}

function makeNext(
  template: Matcher,
  files: readonly FolderFile[],
  topics: readonly string[] = [],
): NewMinutes {
  const series = files.map(({ path }) => ({
    path,
    date:
      /\d{4}-\d{2}-\d{2}/.exec(path.slice(path.lastIndexOf('/')))?.[0] ??
      /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ??
      null,
  }));
  const held = series.flatMap(({ date }) => date ?? []);
  const [date = today] = nextMeetings(template.options, held, today, { count: 1, until: null });
  assert.ok(date >= today);
  return newMinutes({
    template,
    roster: template.options.roster,
    date,
    series,
    textOf: ({ path }) => files.find((file) => file.path === path)?.text ?? null,
    topics: topics.map((title) => ({ title, below: ['- why?'] })),
    isCarried: () => true,
  });
}

function warningsOf(made: NewMinutes, template: Matcher): readonly string[] {
  return checkMinutes({
    minutes: readMinutes(parseMarkdown(made.text)),
    fileName: made.path,
    template,
    roster: template.options.roster,
    today: made.date,
    profile: 'draft',
    severities: {},
    history: noHistory,
  })
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ rule, message }) => `${rule} ${message}`);
}
