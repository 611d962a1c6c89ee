import ts from 'typescript';

/** A source file by its path from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the bundle that translators begin with: every message of the sources as its own translation, sorted.
 * @throws Error where a call of `l10n.t` has something else than a literal for its message.
 */
export function messageBundle(sources: readonly Source[]): string {
  const messages = [...new Set(sources.flatMap(messagesIn))].sort();
  return JSON.stringify(Object.fromEntries(messages.map((message) => [message, message])));
}

/** Returns the first argument of each call of `l10n.t`. */
function messagesIn({ path, text }: Source): readonly string[] {
  if (!text.includes('l10n.t(')) return [];
  const messages: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
      const [message] = node.arguments;
      if (message === undefined || !ts.isStringLiteralLike(message)) {
        throw new Error(`${path}: the message is no literal: ${node.getText()}`);
      }
      messages.push(message.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return messages;
}
