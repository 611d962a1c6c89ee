import { commands, Disposable, workspace, type TextDocument, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  markTokens,
  type PreviewTemplate,
} from '../../../server/src/core/features/preview/preview-plugin.ts';
import type {
  CreateText,
  PreviewToken,
} from '../../../server/src/core/features/preview/preview-token.ts';
import { previewTemplateRequest } from '../../../server/src/protocol/preview-template.ts';
import { createRefresh } from './refresh-view.ts';

/** What previews of claimed minutes are drawn with, by URI; empty as long as no server runs. */
export interface PreviewTemplates {
  readonly templates: Map<string, PreviewTemplate>;
  /** The documents of which a preview was drawn. */
  readonly drawn: Set<string>;
}

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
export function extendPreview({
  templates,
  drawn,
}: PreviewTemplates): <Plugin extends MarkdownIt>(md: Plugin) => Plugin {
  return (md) => {
    let Token: TokenClass | null = null;
    md.core.ruler.push('minutes', (state) => {
      ({ Token } = state);
    });
    // VS Code parses without saying which document it is, keeps the tokens, and says so when it renders.
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env) => {
      const key = env.currentDocument?.toString() ?? '';
      drawn.add(key);
      const template = templates.get(key);
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

function textIn(Token: TokenClass): CreateText {
  return (content, className) => {
    const text = new Token('text', '', 0);
    text.content = content;
    if (className === null) return [text];
    const open = new Token('minutes_open', 'span', 1);
    open.attrSet('class', className);
    return [open, text, new Token('minutes_close', 'span', -1)];
  };
}

/**
 * Keeps what previews are drawn with in step with the documents.
 * A preview is drawn anew when a template comes or goes, and on saving; what is typed draws it anyhow, without a flicker.
 */
export function followPreviews(
  client: BaseLanguageClient,
  { templates, drawn }: PreviewTemplates,
  onStatus: (listener: (uri: Uri, isClaimed: boolean) => void) => Disposable,
): Disposable {
  const outdated = new Set<string>();
  const update = async (uri: Uri, isClaimed: boolean): Promise<void> => {
    const key = uri.toString();
    const params = { uri: client.code2ProtocolConverter.asUri(uri) };
    const template = isClaimed ? await client.sendRequest(previewTemplateRequest, params) : null;
    if (shownOf(templates.get(key) ?? null) !== shownOf(template)) outdated.add(key);
    if (template === null) templates.delete(key);
    else templates.set(key, template);
  };
  const drawAgain = async (key: string): Promise<void> => {
    if (outdated.delete(key)) await commands.executeCommand('markdown.preview.refresh');
  };
  const report = (error: unknown): void => {
    client.error('The preview was not drawn anew', error, false);
  };
  const refreshes = new Map<string, () => void>();
  /** Returns what asks for the marks of a document, one request after the other however fast somebody types. */
  const refreshOf = (uri: Uri): (() => void) => {
    const key = uri.toString();
    const refresh =
      refreshes.get(key) ?? createRefresh({ visible: true }, () => update(uri, true), report);
    refreshes.set(key, refresh);
    return refresh;
  };
  const isFollowed = ({ uri }: TextDocument): boolean =>
    templates.has(uri.toString()) && drawn.has(uri.toString());
  return Disposable.from(
    onStatus((uri, isClaimed) => {
      update(uri, isClaimed)
        .then(() => drawAgain(uri.toString()))
        .catch(report);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isFollowed(document)) refreshOf(document.uri)();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => refreshes.delete(uri.toString())),
    workspace.onDidSaveTextDocument((document) => {
      if (!isFollowed(document)) return;
      update(document.uri, true)
        .then(() => drawAgain(document.uri.toString()))
        .catch(report);
    }),
  );
}

/** Returns what a preview shows of a template, wherever the lines are. */
function shownOf(template: PreviewTemplate | null): string {
  return JSON.stringify(template, (name, value: unknown) => (name === 'line' ? undefined : value));
}
