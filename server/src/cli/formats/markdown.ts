import { printableLine } from '../printable-text.ts';
import { gravestFirst, placedFindings, type RunReport } from './format.ts';
import { prettySummary } from './pretty.ts';

/** Returns a summary with a table of the findings, the most severe first, as GitHub shows it beside a run. */
export function markdownFormat(run: RunReport): string {
  const findings = gravestFirst(placedFindings(run.reports));
  const lost = findings.filter(({ finding }) => finding.rule === 'lost-update');
  return [
    '## Meeting minutes',
    '',
    escapeMarkdown(prettySummary(run).trimEnd()),
    ...(lost.length === 0
      ? []
      : [
          '',
          '### Lost',
          '',
          ...lost.map(
            ({ finding, path }) => `- ${inCode(path)}: ${escapeMarkdown(finding.message)}`,
          ),
        ]),
    ...(findings.length === 0
      ? []
      : [
          '',
          '| Where | Severity | Rule | What |',
          '| --- | --- | --- | --- |',
          ...findings.map(({ finding: { severity, rule, message }, path, start }) => {
            const where = inCode(`${path}:${String(start.line)}`);
            return `| ${where} | ${severity} | ${inCode(rule)} | ${escapeMarkdown(message)} |`;
          }),
        ]),
    '',
  ].join('\n');
}

/** Nothing in it is markup, a mention or a link. */
function escapeMarkdown(text: string): string {
  return printableLine(text).replace(
    /[\\`*_{}[\]()#+!|~<>&@:]/g,
    (character) => `&#${String(character.charCodeAt(0))};`,
  );
}

function inCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
