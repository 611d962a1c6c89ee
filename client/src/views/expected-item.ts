import {
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
} from 'vscode';
import type { ExpectedPart } from '../../../server/src/protocol/expected-sections.ts';

/** Returns a part of minutes as the tree view shows it; a click goes to it, or inserts it where it is missing. */
export function treeItemOf(part: ExpectedPart, uri: string): TreeItem {
  const { name, children, kind } = part;
  const state =
    children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(name, state);
  item.description = descriptionOf(part);
  item.iconPath = iconOf(part);
  item.tooltip = part.state === 'missing' ? l10n.t('Insert “{0}”', name) : name;
  item.accessibilityInformation = {
    label: [name, kindOf(kind), item.description].filter(Boolean).join(', '),
    role: 'treeitem',
  };
  item.contextValue = part.state;
  item.command = commandOf(part, uri);
  return item;
}

function descriptionOf({
  state,
  leads,
  status,
  lineCount,
  findingCount,
  kind,
}: ExpectedPart): string {
  const size =
    kind !== 'team' || state !== 'present'
      ? []
      : [lineCount === 1 ? l10n.t('1 line') : l10n.t('{0} lines', lineCount)];
  const findings =
    findingCount === 0
      ? []
      : [findingCount === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findingCount)];
  const said = state === 'present' ? [] : [stateOf(state)];
  return [...leads, ...(status === null ? [] : [status]), ...said, ...size, ...findings].join(', ');
}

function stateOf(state: Exclude<ExpectedPart['state'], 'present'>): string {
  switch (state) {
    case 'missing':
      return l10n.t('missing');
    case 'empty':
      return l10n.t('empty');
    case 'unfilled':
      return l10n.t('not filled in');
  }
}

function kindOf(kind: ExpectedPart['kind']): string {
  switch (kind) {
    case 'title':
      return l10n.t('title');
    case 'section':
      return l10n.t('section');
    case 'team':
      return l10n.t('team');
  }
}

function iconOf({ state, findingCount, kind }: ExpectedPart): ThemeIcon {
  if (state === 'missing') return new ThemeIcon('add', new ThemeColor('list.warningForeground'));
  if (findingCount > 0 && state === 'present')
    return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (state !== 'present') return new ThemeIcon('circle-large-outline');
  return new ThemeIcon(kind === 'team' ? 'organization' : 'pass');
}

function commandOf({ kind, name, state, headingRange }: ExpectedPart, uri: string): Command {
  if (state !== 'missing') {
    return {
      command: 'minutes.showLocation',
      title: l10n.t('Go to Section'),
      arguments: [uri, { start: headingRange.end, end: headingRange.end }],
    };
  }
  const command = kind === 'team' ? 'minutes.insertTeam' : 'minutes.insertSection';
  return { command, title: l10n.t('Insert'), arguments: [name] };
}
