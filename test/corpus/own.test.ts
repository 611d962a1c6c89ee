import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { checkFile } from '../../server/src/core/checking/check-file.ts';
import { proposeTemplates } from '../../server/src/core/deriving/propose-templates.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { checkout } from '../../tools/checkout.ts';
import { assertRepaired } from '../properties/repair-laws.ts';
import { openFolder } from './open-group.ts';

/** Minutes of groups that there are not, each with what people do to minutes of its shape. */
const folder = join(checkout, 'test/corpus/own');
const list = join(checkout, 'test/corpus/own-reviewed.txt');
const head =
  '# The findings in our own minutes, each read and judged: right, noise or wrong. UPDATE=1 puts new ones here as “unread”.\n';
/** Fewer files are no series. */
const fewestOfSeries = 3;
const groups = readdirSync(folder).sort();

suite('our own minutes', () => {
  test('have the findings that were read and judged', async () => {
    const verdicts = readVerdicts();
    const found = (await Promise.all(groups.map(findingsOf))).flat();
    if (process.env.UPDATE === '1') {
      const lines = found.map((line) => `${verdicts.get(line) ?? 'unread'} ${line}\n`);
      writeFileSync(list, head + lines.join(''));
    }
    assert.deepEqual(found, [...readVerdicts().keys()]);
    assert.deepEqual(
      [...readVerdicts()].filter(([, verdict]) => verdict !== 'right'),
      [],
    );
  });

  for (const group of groups) {
    test(`of ${group}: safe repair ends, makes nothing worse, and loses nothing`, async () => {
      const opened = await openFolder(join(folder, group));
      assert.ok(opened.length > 0);
      for (const { input } of opened) assertRepaired(input);
    });

    test(`of ${group}: a template that is derived from them claims them, and fits the sound ones`, async () => {
      const files = globSync('**/*.md', { cwd: join(folder, group) })
        .sort()
        .map((path) => ({ path, text: readFileSync(join(folder, group, path), 'utf8') }));
      if (files.length < fewestOfSeries) return;
      const broken = await findingsOf(group);
      const { proposals } = proposeTemplates(files, group);
      assert.equal(proposals.length, 1);
      for (const { name, text, minutes } of proposals) {
        assert.deepEqual(readTemplate(text, `${name}.md`).problems, [], text);
        assert.equal(minutes.length, files.length);
        const sound = minutes.filter(
          ({ path }) => !broken.some((line) => line.startsWith(`${group}/${path}:`)),
        );
        const unfit = sound.filter(({ findings }) => findings.length > 0);
        assert.deepEqual(
          unfit.map(({ path }) => path),
          [],
          text,
        );
      }
    });
  }
});

/** Returns the findings of a group's minutes, with their lines and messages. */
async function findingsOf(group: string): Promise<readonly string[]> {
  const opened = await openFolder(join(folder, group));
  return opened.flatMap(({ path, input }) =>
    checkFile(input).map(({ rule, severity, message, range }) => {
      const { line } = input.minutes.markdown.lines.pointAt(range.start);
      return `${group}/${path}:${String(line)} ${severity} ${rule}: ${message}`;
    }),
  );
}

function readVerdicts(): ReadonlyMap<string, string> {
  const lines = readFileSync(list, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
  );
}
