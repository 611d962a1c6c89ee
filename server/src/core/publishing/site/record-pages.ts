import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import { openActionsOf } from '../../meetings/series-actions.ts';
import type { Site } from './site.ts';
import { actionLink, meetingLink, ownerLinks, plainOf } from './links.ts';
import { table, type Content, type Page } from './page.ts';

/** Returns the page of all decisions, the newest first. */
export function decisionsPage({ meetings }: Site): Page {
  const path = 'decisions.html';
  const rows = meetings
    .toReversed()
    .flatMap((meeting) =>
      meeting.minutes.record.decisions.map(({ text, number, vote, range }): readonly Content[] => [
        meetingLink(path, meeting, range.start, meeting.minutes.date ?? meeting.name),
        number ?? '',
        plainOf(text),
        vote === null ? '' : `${String(vote.for)}/${String(vote.against)}/${String(vote.abstain)}`,
      ]),
    );
  const columns = [l10n.t('Meeting'), l10n.t('Number'), l10n.t('Decision'), l10n.t('Vote')];
  return tablePage(path, l10n.t('Decisions'), columns, rows);
}

/** Returns the page of all open actions, the latest mentioned first. */
export function actionsPage(site: Site): Page {
  const path = 'actions.html';
  const rows = openActionsOf(site.series)
    .toReversed()
    .map((action): readonly Content[] => [
      ownerLinks(path, action, site),
      actionLink(path, action, site),
      action.mentions[0]?.meeting.date ?? '',
      action.due ?? '',
    ]);
  const columns = [l10n.t('Owner'), l10n.t('Action'), l10n.t('Open since'), l10n.t('Due')];
  return tablePage(path, l10n.t('Open Actions'), columns, rows);
}

function tablePage(
  path: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Content[])[],
): Page {
  return {
    path,
    title,
    body: [
      h('h1', title),
      rows.length === 0 ? h('p', l10n.t('None.')) : table(title, columns, rows),
    ],
  };
}
