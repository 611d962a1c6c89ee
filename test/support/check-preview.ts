import markdownIt from 'markdown-it';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import {
  markTokens,
  type PreviewTemplate,
} from '../../server/src/core/features/preview/preview-plugin.ts';
import { previewTemplate } from '../../server/src/core/features/preview-template.ts';
import { claimedMinutes } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { Fence, SuiteTest } from './suite.ts';

/** Computes the HTML that VS Code's Markdown preview draws of the minutes of a test, as the plugin marks them; of `later` minutes as those before are known. */
export function checkPreview(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const { today } = input;
  const known = previewTemplate(input, checkMinutes(input), today);
  const htmlOf = (label: string, after: Fence, source: string): Expectation => ({
    label,
    fence: test.fences.find((each) => each.label === label) ?? null,
    after,
    text: render(source, known),
  });
  const later = test.fences.find(({ label }) => label === 'later');
  return [
    htmlOf('html', fence, text),
    ...(later === undefined ? [] : [htmlOf('later html', later, later.text)]),
  ];
}

function render(source: string, known: PreviewTemplate): string {
  const md = markdownIt();
  md.core.ruler.push('minutes', ({ tokens, Token }) => {
    markTokens(tokens, known, (content, className) => {
      const text = new Token('text', '', 0);
      text.content = content;
      if (className === null) return [text];
      const open = new Token('minutes_open', 'span', 1);
      open.attrSet('class', className);
      return [open, text, new Token('minutes_close', 'span', -1)];
    });
  });
  return md.render(source);
}
