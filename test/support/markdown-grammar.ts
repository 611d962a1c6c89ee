import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { checkout } from '../../tools/checkout.ts';
import { ensureEditor } from '../../tools/embedded-editor.ts';

/** VS Code's own grammar of Markdown with the extension's injected. */
export interface MarkdownGrammar {
  /** Returns what the extension marks: the line from 1, its scope, and the text. */
  marked(text: string): readonly (readonly [number, string, string])[];
  /** Returns the scopes of a piece of a line. */
  scopesAt(text: string, line: number, piece: string): readonly string[];
}

const injection = 'text.minutes.injection';
const places: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
  'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
};

/** Loads the grammars as VS Code does, from the embedded one. */
export async function loadMarkdownGrammar(): Promise<MarkdownGrammar> {
  const extensions = join(dirname(ensureEditor()), '../extensions');
  await oniguruma.loadWASM(
    readFileSync(fileURLToPath(import.meta.resolve('vscode-oniguruma/release/onig.wasm'))),
  );
  const pathOf = (scope: string): string | null => {
    if (scope === injection) return join(checkout, 'syntaxes/minutes.injection.json');
    const place = places[scope];
    return place === undefined ? null : join(extensions, place);
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => {
      const path = pathOf(scope);
      return Promise.resolve(
        path === null ? null : textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
      );
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? [injection] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error(`There is no grammar of Markdown in ${extensions}`);
  return {
    marked: (text) =>
      tokensOf(grammar, text).flatMap(({ line, scopes, piece }) => {
        const own = scopes.find((scope) => /(?<!roadmap|table)\.minutes$/.test(scope));
        return own === undefined || piece.trim() === '' ? [] : [[line, own, piece] as const];
      }),
    scopesAt: (text, line, piece) =>
      tokensOf(grammar, text).find((token) => token.line === line && token.piece.includes(piece))
        ?.scopes ?? [],
  };
}

interface Token {
  readonly line: number;
  readonly scopes: readonly string[];
  readonly piece: string;
}

/** Returns the tokens of a text, line by line. */
function tokensOf(grammar: IGrammar, text: string): Token[] {
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap((content, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: index + 1,
      scopes,
      piece: content.slice(startIndex, endIndex),
    }));
  });
}
