import { env, l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  readDayRequest,
  type DayChoice,
  type NewMinutesAnswer,
} from '../../../server/src/protocol/new-minutes.ts';

/** What the user chose instead of a day. */
export type DayOrElse =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'open'; readonly uri: string }
  | { readonly kind: 'agenda' };

interface DayPick extends QuickPickItem {
  /** Null where the line only says something. */
  readonly choice: DayOrElse | null;
}

/**
 * Lets the user choose the day of a meeting in words, or type another one, which the server reads;
 * what is wrong with it is said in the list. Undefined to give up.
 */
export async function chooseDay(
  client: BaseLanguageClient,
  template: string,
  answer: NewMinutesAnswer,
): Promise<DayOrElse | undefined> {
  const pick = window.createQuickPick<DayPick>();
  const { days, topics, takesTopics } = answer;
  pick.title =
    topics.length === 0
      ? l10n.t('New Minutes: On Which Day?')
      : l10n.t('New Minutes with {0} Topics: On Which Day?', topics.length);
  pick.placeholder = l10n.t('Choose a day, or type one: “tomorrow”, “Tuesday”, “12 January”');
  pick.matchOnDescription = true;
  // The walkthrough takes the focus back when one of its steps is done.
  pick.ignoreFocusOut = true;
  pick.items = listed(days, takesTopics);
  let asked = 0;
  const read = async (text: string): Promise<void> => {
    const question = ++asked;
    const { day, problem } = await client.sendRequest(readDayRequest, {
      template,
      text,
      locale: env.language,
    });
    if (question !== asked) return;
    const others = days.filter(({ date }) => date !== day?.date);
    pick.items = [...typed(day, problem), ...listed(others, takesTopics)];
  };
  pick.onDidChangeValue((text) => {
    read(text).catch((error: unknown) => {
      client.error('The day was not read', error, false);
    });
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen === undefined || chosen.choice === null) return;
      resolve(chosen.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Returns the line of what was typed, which stays whatever the list is filtered by. */
function typed(day: DayChoice | null, problem: string | null): readonly DayPick[] {
  if (day !== null) return [{ ...dayPick(day), alwaysShow: true }];
  if (problem === null) return [];
  return [{ label: `$(warning) ${problem}`, alwaysShow: true, choice: null }];
}

function listed(days: readonly DayChoice[], takesTopics: boolean): DayPick[] {
  const of = (kind: DayChoice['kind']): readonly DayPick[] =>
    days.filter((day) => day.kind === kind).map(dayPick);
  const agenda: DayPick = {
    label: l10n.t('$(list-unordered) Add an Agenda…'),
    description: l10n.t('from the clipboard, the selection or a file'),
    choice: { kind: 'agenda' },
  };
  return [
    ...of('free'),
    ...below(l10n.t('without a meeting'), of('excepted')),
    ...below(l10n.t('with minutes'), of('held')),
    ...below('', takesTopics ? [agenda] : []),
  ];
}

function below(label: string, picks: readonly DayPick[]): readonly DayPick[] {
  if (picks.length === 0) return [];
  return [{ label, kind: QuickPickItemKind.Separator, choice: null }, ...picks];
}

function dayPick({ label, description, date, kind, uri }: DayChoice): DayPick {
  if (kind === 'held' && uri !== null)
    return { label: `$(go-to-file) ${label}`, description, choice: { kind: 'open', uri } };
  const icon = kind === 'excepted' ? '$(circle-slash) ' : '';
  return { label: `${icon}${label}`, description, choice: { kind: 'day', date } };
}
