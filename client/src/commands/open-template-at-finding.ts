import { l10n, languages, window, type Location, type TextEditor } from 'vscode';

/** Opens the template at the line that asks for what the finding at the cursor is about. */
export async function openTemplateAtFinding(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const place = askingPlace(editor);
  if (place === undefined) {
    const message = l10n.t('The template has no requirement at the cursor.');
    await window.showInformationMessage(message);
    return;
  }
  await window.showTextDocument(place.uri, { selection: place.range });
}

/** The template's line that the finding at the cursor refers to, else the one of a finding on the cursor's line. */
function askingPlace({ document, selection }: TextEditor): Location | undefined {
  const { active } = selection;
  const here = languages
    .getDiagnostics(document.uri)
    .filter(({ range }) => range.start.line <= active.line && active.line <= range.end.line)
    .sort((a, b) => Number(b.range.contains(active)) - Number(a.range.contains(active)));
  return here
    .flatMap(({ relatedInformation }) => relatedInformation ?? [])
    .map(({ location }) => location)
    .find(({ uri }) => uri.toString() !== document.uri.toString());
}
