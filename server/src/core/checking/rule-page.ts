import type { FixKind, RuleDocs } from '../rules/rule.ts';
import type { SeveritySetting } from '../template/severity.ts';

/** Returns the page of a rule in Markdown. */
export function rulePage({ id, summary, docs, fixes, severity }: RuleDocs): string {
  const { finds, why, repair, options, exampleTemplate = '', examples } = docs;
  const parts = [
    ['What it finds', `${summary}.\n${finds.trim()}`],
    ['Why it matters', why],
    ['How to fix', repair],
    ['Fix safety', fixSafety(fixes)],
    [
      'Options',
      [severitySentence(id, severity), ...(options ? [options.trim()] : [])].join('\n\n'),
    ],
    ['Examples', `${examplesSentence}\n\n${(exampleTemplate + examples).trim()}`],
  ] as const;
  const sections = parts.map(([heading, text]) => `## ${heading}\n\n${text.trim()}\n`);
  return `# ${id}\n\n${sections.join('\n')}`;
}

const examplesSentence =
  'A line of carets marks a finding in the line above it. A last block without carets is the text after all safe fixes.';

/** Returns the severity that a rule has by default. */
export function usualSeverity({ severity }: RuleDocs): SeveritySetting {
  return typeof severity === 'string' ? severity : severity.final;
}

function severitySentence(id: string, severity: RuleDocs['severity']): string {
  const usual =
    typeof severity === 'string'
      ? `\`${severity}\``
      : `\`${severity.final}\`, and \`${severity.draft}\` in drafts`;
  return `The severity is ${usual}. The setting \`minutes.rules\` and the template’s key \`rules\` change it: \`${id}: off\`.`;
}

function fixSafety(fixes: readonly FixKind[]): string {
  if (fixes.length === 0) return 'The rule has no automatic fix.';
  const safe = fixes.filter((fix) => fix.safe);
  const unsafe = fixes.filter((fix) => !fix.safe);
  return [
    ...(safe.length > 0
      ? [`- Safe, so that fix-all, fix on save and \`minutes fix\` apply it: ${titlesOf(safe)}.`]
      : []),
    ...(unsafe.length > 0
      ? [`- Not safe, so that you have to choose it yourself: ${titlesOf(unsafe)}.`]
      : []),
  ].join('\n');
}

function titlesOf(fixes: readonly FixKind[]): string {
  return fixes
    .map(({ title, when }) => `**${title} …**${when === undefined ? '' : ` (if ${when})`}`)
    .join(', ');
}
