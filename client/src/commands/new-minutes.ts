import {
  commands,
  env,
  l10n,
  SnippetString,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type QuickPickItem,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  newMinutesRequest,
  type NewMinutesAnswer,
  type NewMinutesParams,
} from '../../../server/src/protocol/new-minutes.ts';

/** Makes the minutes of the next meeting, and opens them at the first place that is to be filled in. */
export async function makeNewMinutes(client: BaseLanguageClient, place: unknown): Promise<void> {
  const ask = (params: Partial<NewMinutesParams>): Promise<NewMinutesAnswer> =>
    client.sendRequest(newMinutesRequest, { ...nothing, uri: placeOf(client, place), ...params });
  const template = await chooseTemplate(await ask({}));
  if (template === undefined) return;
  const choices = await ask({ template });
  const date = await chooseDate(choices);
  if (date === undefined) return;
  const first = await ask({ template, date });
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
  const { minutes } = leftOut.length === 0 ? first : await ask({ template, date, leftOut });
  if (minutes !== null) await create(Uri.parse(minutes.uri), minutes.snippet);
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

interface DatePick extends QuickPickItem {
  readonly date: string | null;
}

async function chooseDate({ dates, held }: NewMinutesAnswer): Promise<string | undefined> {
  const picks: DatePick[] = [
    ...dates.map((date) => ({ label: inWords(date), description: date, date })),
    { label: l10n.t('$(calendar) Another Day…'), date: null },
  ];
  const title = l10n.t('New Minutes: On Which Day?');
  const pick = await window.showQuickPick(picks, { title, matchOnDescription: true });
  if (pick?.date !== null) return pick?.date;
  return window.showInputBox({
    title,
    prompt: l10n.t('The day of the meeting, as YYYY-MM-DD'),
    value: dates[0] ?? '',
    validateInput: (text) => {
      if (!isDay(text)) return l10n.t('There is no day “{0}”', text);
      return held.includes(text) ? l10n.t('There are minutes of this day already.') : null;
    },
  });
}

function inWords(date: string): string {
  const format = new Intl.DateTimeFormat(env.language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
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
