import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { markTokens } from '../../server/src/core/features/preview-plugin.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/** Computes the HTML that VS Code's Markdown preview draws of the minutes of a test, as the plugin marks them. */
export function checkPreview({ fences }: SuiteTest): readonly Expectation[] {
  const source = fences.find(({ label }) => label === 'minutes');
  const expected = fences.find(({ label }) => label === 'html') ?? null;
  assert.ok(source, 'A test has minutes');
  const md = markdownIt();
  md.core.ruler.push('minutes', ({ tokens, Token }) => {
    markTokens(tokens, template, (content, className) => {
      const open = new Token('minutes_open', 'span', 1);
      open.attrSet('class', className);
      const text = new Token('text', '', 0);
      text.content = content;
      return [open, text, new Token('minutes_close', 'span', -1)];
    });
  });
  return [{ label: 'html', fence: expected, after: source, text: md.render(source.text) }];
}

const template = {
  teams: [
    { form: 'dash' as const, statuses: ['incubating'], orgs: [], depth: 3, parents: ['updates'] },
  ],
  roadmaps: ['when?'],
  unfilled: ['[add here]'],
};
