import * as l10n from '@vscode/l10n';
import type { Preset } from '../template/presets.ts';

/** Returns a preset as the template of a group that begins with it: its minutes are in `minutes/`, named after their day. */
export function presetTemplate({ text }: Preset): string {
  return text.replace(
    /^(minutes-template: 1\n)/m,
    '$1files: "minutes/**/*.md"\nfile-name: "{date}.md"\n',
  );
}

/** Returns a sentence on what a preset is for. */
export function describePreset(name: string): string {
  switch (name) {
    case 'board-meeting':
      return l10n.t(
        'Board with quorum, reports and resolutions, each with mover, seconder and votes.',
      );
    case 'community-call':
      return l10n.t(
        'Open call with attendees, topics that anybody adds, links and the next meeting.',
      );
    case 'release-meeting':
      return l10n.t('Release meeting with status, blockers, go or no-go, and what comes when.');
    case 'retrospective':
      return l10n.t('Retrospective with what went well, what didn’t, and actions with owners.');
    case 'runtime-pmc':
      return l10n.t('Committee whose teams report, each with status and lead, and a roadmap.');
    case 'steering-committee':
      return l10n.t('Technical committee with a roster of areas, decisions and open proposals.');
    case 'team-weekly':
      return l10n.t(
        'Weekly of one team with news, what is in the way, and action items that carry over.',
      );
    case 'working-group':
      return l10n.t('Working group with topics, each with its owner, decisions and next steps.');
    case 'working-session':
      return l10n.t(
        'Working session over several slots with links, attendees, topics and action items.',
      );
    case 'empty':
      return l10n.t('Nothing but a title: to write a template of your own.');
    default:
      return name;
  }
}
