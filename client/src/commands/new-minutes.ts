import {
  commands,
  env,
  l10n,
  Position,
  SnippetString,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseAgenda } from './choose-agenda.ts';
import { chooseDay } from './choose-day.ts';
import {
  newMinutesRequest,
  type NewMinutesAnswer,
  type NewMinutesParams,
} from '../../../server/src/protocol/new-minutes.ts';

/** Makes the minutes of the next meeting, and opens them at the first place that is to be filled in. */
export async function makeNewMinutes(client: BaseLanguageClient, place: unknown): Promise<void> {
  const ask = (params: Partial<NewMinutesParams>): Promise<NewMinutesAnswer> =>
    client.sendRequest(newMinutesRequest, {
      ...nothing,
      uri: placeOf(client, place),
      locale: env.language,
      ...params,
    });
  const template = await chooseTemplate(await ask({}));
  if (template === undefined) return;
  const chosen = await chooseDayAndAgenda(client, template, ask);
  if (chosen === undefined) return;
  const first = await ask({ template, ...chosen });
  if (first.minutes === null) {
    await window.showWarningMessage(
      l10n.t(
        'The template doesn’t say how its minutes are named: give it “files” and “file-name”.',
      ),
    );
    return;
  }
  const leftOut = await chooseCarried(first.minutes);
  if (leftOut === undefined) return;
  const { minutes } = leftOut.length === 0 ? first : await ask({ template, ...chosen, leftOut });
  if (minutes === null) return;
  const { place: at, snippet } = minutes;
  const uri = Uri.parse(minutes.uri);
  await (at === null ? create(uri, snippet) : insert(uri, snippet, at));
}

interface DayAndAgenda {
  readonly date: string;
  readonly agenda: string;
}

/** Lets the user choose the day, and before it an agenda; minutes that are there already are opened instead. */
async function chooseDayAndAgenda(
  client: BaseLanguageClient,
  template: string,
  ask: (params: Partial<NewMinutesParams>) => Promise<NewMinutesAnswer>,
): Promise<DayAndAgenda | undefined> {
  let agenda = '';
  for (;;) {
    const choice = await chooseDay(client, template, await ask({ template, agenda }));
    if (choice === undefined) return undefined;
    if (choice.kind === 'day') return { date: choice.date, agenda };
    if (choice.kind === 'open') {
      await window.showTextDocument(Uri.parse(choice.uri));
      return undefined;
    }
    const topicsOf = async (text: string): Promise<readonly string[]> =>
      (await ask({ template, agenda: text })).topics;
    agenda = (await chooseAgenda(topicsOf)) ?? agenda;
  }
}

const nothing = { uri: null, template: null, date: null, agenda: '', leftOut: [] };

/** The folder of the context menu, else the file that is open, else the workspace. */
function placeOf(client: BaseLanguageClient, place: unknown): string | null {
  const uri = place instanceof Uri ? place : window.activeTextEditor?.document.uri;
  return uri === undefined || uri.scheme === 'untitled'
    ? null
    : client.code2ProtocolConverter.asUri(uri);
}

async function chooseTemplate({ templates }: NewMinutesAnswer): Promise<string | undefined> {
  const [only, ...others] = templates;
  if (only === undefined) {
    const setUp = l10n.t('Set Up…');
    const answer = await window.showInformationMessage(
      l10n.t('There is no template for minutes here yet.'),
      setUp,
    );
    if (answer === setUp) await commands.executeCommand('minutes.setUp');
    return undefined;
  }
  if (others.length === 0) return only.uri;
  const picks = templates.map(({ uri, name }) => ({ label: name, uri }));
  const title = l10n.t('New Minutes: Which Meeting?');
  return (await window.showQuickPick(picks, { title }))?.uri;
}

/** Shows what is carried over, all of it chosen; returns what the user leaves out, or undefined to give up. */
async function chooseCarried({
  carried,
  from,
}: NonNullable<NewMinutesAnswer['minutes']>): Promise<readonly string[] | undefined> {
  if (carried.length === 0) return [];
  const picks = carried.map(({ label, section, kind }) => ({
    label,
    description: kind === 'section' ? l10n.t('the whole section') : section,
    picked: true,
  }));
  const chosen = await window.showQuickPick(picks, {
    title: l10n.t('New Minutes: Carry Over from {0}', from),
    canPickMany: true,
  });
  if (chosen === undefined) return undefined;
  const kept = new Set(chosen.map(({ label }) => label));
  return carried.flatMap(({ label }) => (kept.has(label) ? [] : [label]));
}

type MeetingPlace = NonNullable<NonNullable<NewMinutesAnswer['minutes']>['place']>;

/** Puts a meeting into the file of the others, and leaves the cursor at its first tab stop; it is saved with the file. */
async function insert(uri: Uri, snippet: string, { line, character }: MeetingPlace): Promise<void> {
  const editor = await window.showTextDocument(uri, { preview: false });
  await editor.insertSnippet(new SnippetString(snippet), new Position(line, character));
}

/** Makes the file, which never takes the place of another one, and leaves the cursor at its first tab stop. */
async function create(uri: Uri, snippet: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new Uint8Array() });
  if (!(await workspace.applyEdit(edit))) {
    await window.showWarningMessage(
      l10n.t('{0} exists already; it is left alone.', workspace.asRelativePath(uri)),
    );
    return;
  }
  const editor = await window.showTextDocument(uri, { preview: false });
  await editor.insertSnippet(new SnippetString(snippet));
  await editor.document.save();
}
