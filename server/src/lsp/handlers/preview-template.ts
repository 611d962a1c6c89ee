import type { PreviewTemplate } from '../../core/features/preview-plugin.ts';
import { allSections } from '../../core/matching/heading-match.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { previewTemplateRequest } from '../../protocol/preview-template.ts';
import type { Session } from '../session.ts';

/** Answers with what a preview of minutes needs to know of their template. */
export function handlePreviewTemplate({ connection, snapshots }: Session): void {
  connection.onRequest(previewTemplateRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    return snapshot?.subject?.kind === 'minutes' ? describe(snapshot.subject.input.template) : null;
  });
}

function describe(template: Matcher): PreviewTemplate {
  const sections = allSections(template);
  return {
    teams: sections.flatMap(({ children, name, aliases }) =>
      children.flatMap(({ team, depth }) =>
        team === null
          ? []
          : [
              {
                form: team.form,
                statuses: team.statuses,
                orgs: team.orgs,
                depth,
                parents: [name, ...aliases].map(normalizeText),
              },
            ],
      ),
    ),
    roadmaps: sections.flatMap(({ table }) =>
      table === null
        ? []
        : [table.header, ...table.otherHeaders].map(([first = '']) => normalizeText(first)),
    ),
    unfilled: template.options.unfilled.map(normalizeText),
  };
}
