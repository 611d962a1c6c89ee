import { commands, type Disposable, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  markTokens,
  type PreviewTemplate,
  type PreviewToken,
} from '../../../server/src/core/features/preview-plugin.ts';
import { previewTemplateRequest } from '../../../server/src/protocol/preview-template.ts';

/** What a preview of claimed minutes is drawn with; empty as long as no server runs. */
export type PreviewTemplates = Map<string, PreviewTemplate>;

/** markdown-it, as far as the plugin uses it. */
interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: MarkdownState) => void): void };
  };
}

interface MarkdownState {
  readonly tokens: PreviewToken[];
  readonly env: { readonly currentDocument?: Uri };
  readonly Token: new (type: string, tag: string, nesting: number) => PreviewToken;
}

/** Returns what extends VS Code's Markdown preview; it changes nothing of documents without a template. */
export function extendPreview(
  templates: PreviewTemplates,
): <Plugin extends MarkdownIt>(md: Plugin) => Plugin {
  return (md) => {
    md.core.ruler.push('minutes', ({ tokens, env, Token }) => {
      const template = templates.get(env.currentDocument?.toString() ?? '');
      if (template === undefined) return;
      markTokens(tokens, template, (content, className) => {
        const open = new Token('minutes_open', 'span', 1);
        open.attrSet('class', className);
        const text = new Token('text', '', 0);
        text.content = content;
        return [open, text, new Token('minutes_close', 'span', -1)];
      });
    });
    return md;
  };
}

/** Keeps the templates of previews in step with what claims the documents, and draws previews anew. */
export function followPreviews(
  client: BaseLanguageClient,
  templates: PreviewTemplates,
  onStatus: (listener: (uri: Uri, isClaimed: boolean) => void) => Disposable,
): Disposable {
  const update = async (uri: Uri, isClaimed: boolean): Promise<void> => {
    const key = uri.toString();
    const params = { uri: client.code2ProtocolConverter.asUri(uri) };
    const template = isClaimed ? await client.sendRequest(previewTemplateRequest, params) : null;
    if (JSON.stringify(templates.get(key) ?? null) === JSON.stringify(template)) return;
    if (template === null) templates.delete(key);
    else templates.set(key, template);
    await commands.executeCommand('markdown.preview.refresh');
  };
  return onStatus((uri, isClaimed) => {
    update(uri, isClaimed).catch((error: unknown) => {
      client.error('The preview was not drawn anew', error, false);
    });
  });
}
