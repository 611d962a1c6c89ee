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
    readonly ruler: { push(name: string, rule: (state: { Token: TokenClass }) => void): void };
  };
  readonly renderer: {
    render: (tokens: PreviewToken[], options: never, env: Environment) => string;
  };
}

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => PreviewToken;

interface Environment {
  readonly currentDocument?: Uri;
}

/** Returns what extends VS Code's Markdown preview; it changes nothing of documents without a template. */
export function extendPreview(
  templates: PreviewTemplates,
): <Plugin extends MarkdownIt>(md: Plugin) => Plugin {
  return (md) => {
    let Token: TokenClass | null = null;
    md.core.ruler.push('minutes', (state) => {
      ({ Token } = state);
    });
    // VS Code parses without saying which document it is, keeps the tokens, and says so when it renders.
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env) => {
      const template = templates.get(env.currentDocument?.toString() ?? '');
      if (template === undefined || Token === null) return render(tokens, options, env);
      const copies = copyTokens(tokens, Token);
      markTokens(copies, template, textIn(Token));
      return render(copies, options, env);
    };
    return md;
  };
}

function copyTokens(tokens: readonly PreviewToken[], Token: TokenClass): PreviewToken[] {
  return tokens.map((token) =>
    Object.assign(new Token(token.type, token.tag, 0), token, {
      attrs: token.attrs?.map(([name, value]): [string, string] => [name, value]) ?? null,
      children: token.children && copyTokens(token.children, Token),
    }),
  );
}

function textIn(Token: TokenClass): (content: string, className: string) => PreviewToken[] {
  return (content, className) => {
    const open = new Token('minutes_open', 'span', 1);
    open.attrSet('class', className);
    const text = new Token('text', '', 0);
    text.content = content;
    return [open, text, new Token('minutes_close', 'span', -1)];
  };
}

/** Keeps the templates of previews in step with what claims the documents, and draws previews again. */
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
