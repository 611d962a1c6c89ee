import { suggestGlobs } from '../../core/features/suggest-globs.ts';
import { modelineEdit } from '../../core/features/modeline-edit.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { templateChoicesRequest, type TemplateChoice } from '../../protocol/template-choices.ts';
import { fileNameOf, relativePath } from '../documents/document-uri.ts';
import { presetName, templateUri } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';

/** Answers with the templates that the user may choose for a document, and the globs that fit it. */
export function handleTemplateChoices({
  connection,
  converter,
  folders,
  snapshots,
}: Session): void {
  connection.onRequest(templateChoicesRequest, async ({ uri }) => {
    const snapshot = await snapshots.of(uri);
    if (!snapshot?.candidates) return { templates: [], globs: [] };
    const folder = folders.of(uri);
    const { nearest, settings, presets } = snapshot.candidates;
    const named = settings.flatMap(({ source }) => source ?? []);
    const sources = new Map(
      [...nearest, ...named, ...presets()].map((source) => [source.id, source]),
    );
    return {
      templates: [...sources.values()].map((source): TemplateChoice => ({
        name: source.template.name,
        uri: templateUri(source),
        origin: source.root === null ? 'preset' : 'file',
        setting: settingOf(source, folder),
        current: snapshot.subject?.kind === 'minutes' && snapshot.subject.source.id === source.id,
        modeline: converter.toEdits(snapshot.document, [
          modelineEdit(snapshot.document.text, modelineName(source)),
        ]),
      })),
      globs: folder === null ? [] : suggestGlobs(relativePath(folder, uri)),
    };
  });
}

/** A template as `minutes.templates` names it. */
function settingOf(source: TemplateSource, folder: string | null): string {
  if (source.root === null) return presetName(templateUri(source));
  return folder === null ? fileNameOf(source.id) : relativePath(folder, source.id);
}

/** A template as a modeline names it: the file's name, which is unique among those of a folder. */
function modelineName(source: TemplateSource): string {
  return presetName(templateUri(source));
}
