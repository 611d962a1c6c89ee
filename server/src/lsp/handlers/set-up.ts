import * as l10n from '@vscode/l10n';
import type { FolderFile } from '../../core/deriving/found-series.ts';
import { kindsOfFindings, type FindingKind } from '../../core/deriving/kinds-of-findings.ts';
import { proposeTemplates, type Proposal } from '../../core/deriving/propose-templates.ts';
import { readTemplate } from '../../core/matching/matcher.ts';
import { newMinutes } from '../../core/scaffolding/new-minutes.ts';
import { describePreset, presetTemplate } from '../../core/scaffolding/preset-template.ts';
import { presets, type Preset } from '../../core/template/presets.ts';
import { applyEdits } from '../../core/text/text-edit.ts';
import { setUpRequest, type ProposedTemplate, type TemplateDoubt } from '../../protocol/set-up.ts';
import { fileNameOf, normalizeUri, pathOf } from '../documents/document-uri.ts';
import { markdownFiles } from '../documents/markdown-files.ts';
import type { Session } from '../session.ts';

/** Answers with the templates that a folder can be set up with: from its minutes, and presets. */
export function handleSetUp(session: Session): void {
  session.connection.onRequest(setUpRequest, async ({ folder }) => {
    const root = normalizeUri(folder);
    const files = await filesBelow(root, session);
    const { proposals } = proposeTemplates(files, fileNameOf(root));
    return {
      proposals: proposals.map(toProposed),
      presets: presets.map((preset) => toPreset(preset, session.today())),
    };
  });
}

async function filesBelow(
  folder: string,
  { files, documents }: Session,
): Promise<readonly FolderFile[]> {
  const root = `${pathOf(folder).replace(/\/$/, '')}/`;
  const found: FolderFile[] = [];
  for await (const uri of markdownFiles(files, [folder])) {
    const path = pathOf(uri).slice(root.length);
    if (path.split('/').includes('.minutes')) continue;
    const text = documents.get(uri)?.text ?? (await files.readFile(uri).catch(() => null));
    if (text !== null) found.push({ path, text });
  }
  return found;
}

function toProposed(proposal: Proposal): ProposedTemplate {
  const { name, text, minutes } = proposal;
  const [first, last] = [minutes[0]?.date ?? null, minutes.at(-1)?.date ?? null];
  return {
    name,
    text,
    description:
      first === null || last === null
        ? l10n.t('for {0} minutes', minutes.length)
        : l10n.t('for {0} minutes from {1} to {2}', minutes.length, first, last),
    report: reportOf(proposal),
    doubts: doubtsOf(proposal),
  };
}

function doubtsOf({ text, doubts }: Proposal): readonly TemplateDoubt[] {
  return doubts.map(({ range, message, fix }) => ({
    line: text.slice(range.start, range.end),
    otherLine: lineAt(applyEdits(text, fix.edits), range.start),
    message,
    title: fix.title,
  }));
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** How many of the latest minutes show how well a template fits. */
const latest = 60;

function reportOf({ name, minutes, doubts, start }: Proposal): string {
  const counted = minutes.slice(-latest);
  const unfit = counted.filter(({ findings }) => findings.length > 0);
  const fit =
    unfit.length === 0
      ? l10n.t('All of the last {0} minutes fit.', counted.length)
      : l10n.t(
          '{0} of the last {1} minutes fit; {2} have findings:',
          counted.length - unfit.length,
          counted.length,
          unfit.length,
        );
  return [
    `# ${name}`,
    l10n.t('Nothing is written until you choose “Create”.'),
    ...(start === null ? [] : [l10n.t('Its starting content is from {0}.', start)]),
    ...(doubts.length === 0
      ? []
      : [
          `## ${l10n.t('To decide')}`,
          l10n.t('Each has a quick fix in the template.'),
          doubts.map(({ message }) => `- ${message}`).join('\n'),
        ]),
    `## ${l10n.t('What it would find')}`,
    fit,
    kindsOfFindings(unfit).map(kindLine).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function kindLine({ finding, path, line, more }: FindingKind): string {
  const others = more === 0 ? '' : ` ${l10n.t('(and {0} more)', more)}`;
  return `- ${path}:${String(line)}: ${finding.message}${others}`;
}

function toPreset(preset: Preset, today: string): ProposedTemplate {
  const { name } = preset;
  const text = presetTemplate(preset);
  const template = readTemplate(text, `${name}.md`);
  const sample = newMinutes({
    template,
    roster: template.options.roster,
    date: today,
    series: [],
    textOf: () => null,
    topics: [],
    isCarried: () => true,
  });
  return {
    name,
    text,
    description: describePreset(name),
    report: [
      `# ${name}`,
      describePreset(name),
      l10n.t('New minutes would begin like this:'),
      sample.text,
    ].join('\n\n'),
    doubts: [],
  };
}
