import {
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { OpenAction } from '../../../server/src/protocol/open-actions.ts';

/** What the open actions are below. */
export type ActionGrouping = 'owner' | 'meeting';

/** The open actions of one owner or one meeting. */
export interface ActionGroup {
  readonly name: string;
  readonly actions: readonly OpenAction[];
}

/** Returns actions by their owners, in alphabetical order, those without an owner last, or by their meetings. */
export function groupActions(
  actions: readonly OpenAction[],
  grouping: ActionGrouping,
): readonly ActionGroup[] {
  const groups = new Map<string, OpenAction[]>();
  for (const action of actions) {
    for (const name of namesOf(action, grouping)) {
      groups.set(name, [...(groups.get(name) ?? []), action]);
    }
  }
  const all = [...groups].map(([name, own]) => ({ name, actions: own }));
  return grouping === 'meeting'
    ? all
    : all.sort((a, b) => (a.name === '' ? 1 : b.name === '' ? -1 : a.name.localeCompare(b.name)));
}

function namesOf({ owners, meeting }: OpenAction, grouping: ActionGrouping): readonly string[] {
  if (grouping === 'meeting') return [meeting];
  return owners.length === 0 ? [''] : owners;
}

/** Returns the item of the tree for a group or an action. */
export function itemOf(element: ActionGroup | OpenAction, grouping: ActionGrouping): TreeItem {
  return 'actions' in element ? groupItem(element, grouping) : actionItem(element, grouping);
}

function groupItem({ name, actions }: ActionGroup, grouping: ActionGrouping): TreeItem {
  const label = name === '' ? l10n.t('Nobody') : name;
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = `${grouping} ${name}`;
  item.description = String(actions.length);
  item.iconPath = new ThemeIcon(grouping === 'owner' ? 'person' : 'calendar');
  return item;
}

function actionItem(action: OpenAction, grouping: ActionGrouping): TreeItem {
  const { text, owners, due, isOverdue, meeting, since } = action;
  const item = new TreeItem(plain(text));
  const about = grouping === 'owner' ? meeting : owners.join(', ');
  const day = due === null ? '' : isOverdue ? l10n.t('overdue {0}', due) : l10n.t('due {0}', due);
  item.description = [day, about].filter((part) => part !== '').join(', ');
  item.tooltip = [
    `${owners.join(', ')}: ${plain(text)}`,
    ...(since === null ? [] : [l10n.t('Open since {0}', since)]),
    meeting,
  ].join('\n');
  if (isOverdue) item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.checkboxState = {
    state: TreeItemCheckboxState.Unchecked,
    tooltip: l10n.t('Mark as done in the minutes'),
    accessibilityInformation: { label: l10n.t('Mark as done in the minutes') },
  };
  item.accessibilityInformation = {
    label: [plain(text), item.description].filter((part) => part !== '').join(', '),
    role: 'treeitem',
  };
  item.contextValue = 'action';
  item.command = {
    command: 'minutes.openAction',
    title: l10n.t('Open Minutes'),
    arguments: [action],
  };
  return item;
}

/** Returns Markdown without the marks that a tree doesn't show. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '');
}
