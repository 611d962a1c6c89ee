import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { allSections } from '../../server/src/core/matching/heading-match.ts';
import { matchTemplate } from '../../server/src/core/matching/match-template.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { defaultStatuses } from '../../server/src/core/template/placeholder.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import { refinementWords } from '../../server/src/core/template/refinements.ts';
import { isUnfilledText } from '../../server/src/core/template/unfilled.ts';
import contributed from '../../snippets/minutes.json' with { type: 'json' };
import { readSnippet, type ReadSnippet } from '../support/snippet.ts';

const variables = { CURRENT_YEAR: '2018', CURRENT_MONTH: '06', CURRENT_DATE: '26' };
const snippets = Object.entries(contributed);
const templates = presets.map(({ name, text }) => readTemplate(text, `${name}.md`));

suite('contributed snippets', () => {
  for (const [name, { body, prefix }] of snippets) {
    test(`“${name}” is well formed, with tab stops from 1 on`, () => {
      const { stops } = readSnippet(body.join('\n'), variables);
      const numbers = [...new Set(stops)].sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index),
      );
      assert.ok(numbers.includes(0), 'It says where the cursor ends');
      assert.match(prefix, /^minutes[A-Z][A-Za-z]+$/);
    });
  }

  test('have a prefix each', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
  });

  test('write sections that the presets have, by their names', () => {
    const known = new Set(templates.flatMap(allSections).map(({ name }) => name));
    const headings = snippets.flatMap(([name]) =>
      readMinutes(parseMarkdown(expand(name).text)).headings.flatMap(({ depth, text }) =>
        depth === 2 ? [text] : [],
      ),
    );
    assert.ok(headings.length >= 8, headings.join());
    assert.deepEqual(
      headings.filter((heading) => !known.has(heading)),
      [],
    );
  });

  test('write a title and teams as the preset reads them', () => {
    const template = templateNamed('runtime-pmc');
    const teams = [expand('Team heading'), expand('Team heading with a status')];
    const parts = [expand('Minutes').text, '## Backlog Reviews', ...teams.map(({ text }) => text)];
    const match = matchTemplate(readMinutes(parseMarkdown(parts.join('\n\n'))), template);
    assert.ok(
      match.sections.some(({ expected, kind }) => expected.kind === 'title' && kind === 'exact'),
    );
    assert.deepEqual(
      match.teams.map(({ team }) => [team.team, team.leads, team.status]),
      [
        ['Team', ['Lead'], null],
        ['Team', ['Lead'], 'incubating'],
      ],
    );
    assert.deepEqual(teams[1]?.choices.get(2), defaultStatuses);
    assert.deepEqual(expand('Roster').choices.get(5), defaultStatuses);
  });

  test('leave open what counts as not filled in', () => {
    const texts = snippets.flatMap(
      ([name]) => expand(name).text.match(/(?<=^- )\[[^\]]+\]$/gm) ?? [],
    );
    assert.ok(texts.length >= 4);
    for (const text of texts) assert.ok(isUnfilledText(text, templateNamed('runtime-pmc')), text);
  });

  test('have the horizons of the preset’s roadmap', () => {
    const roadmap = allSections(templateNamed('runtime-pmc')).find(({ table }) => table !== null);
    const horizons = roadmap?.table?.horizons.map((horizon) => horizon.replaceAll('*', ''));
    assert.deepEqual(expand('Horizon of the roadmap').choices.get(1), horizons);
    const table = expand('Roadmap')
      .text.replace(/[ \t]+$/gm, '')
      .trim();
    assert.equal(table, roadmap?.table?.text.trim());
  });

  test('name the presets, a rule, and every refinement', () => {
    const named = presets.map(({ name }) => name).sort();
    assert.deepEqual([...(expand('Choose a template').choices.get(1) ?? [])].sort(), named);
    const rule = /minutes-ignore ([\w-]+)/.exec(expand('Ignore a rule').text)?.[1];
    assert.ok(
      rules.some(({ id }) => id === rule),
      rule,
    );
    const refinements = expand('Refinement of a section').choices.get(1) ?? [];
    assert.deepEqual(
      refinements.map((each) => each.replace(/:.*/, '')),
      refinementWords,
    );
  });

  test('make a template in which nothing is wrong', () => {
    const roster = expand('Roster').text.trim();
    const frontMatter = `---\nminutes-template: 1\n${roster}\n---\n\n`;
    const text = `${frontMatter}# Weekly {date}\n\n## News\n${expand('Refinement of a section').text}\n${expand('Help of a section').text}\n`;
    const { problems, options } = readTemplate(text, 'weekly.md');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      options.roster?.teams.map(({ status }) => status),
      [null, 'incubating'],
    );
  });
});

function expand(name: string): ReadSnippet {
  const [, snippet] = snippets.find(([each]) => each === name) ?? [];
  assert.ok(snippet, `There is no snippet “${name}”`);
  return readSnippet(snippet.body.join('\n'), variables);
}

function templateNamed(name: string): (typeof templates)[number] {
  const template = templates.find((each) => each.name === name);
  assert.ok(template);
  return template;
}
