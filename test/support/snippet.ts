/** A snippet in the syntax that LSP and VS Code share, with every tab stop at its first value. */
export interface ReadSnippet {
  readonly text: string;
  /** The numbers of the tab stops in the order of the text, each as often as it is there. */
  readonly stops: readonly number[];
  /** What the tab stops with a choice offer, by their numbers. */
  readonly choices: ReadonlyMap<number, readonly string[]>;
}

/**
 * Reads a snippet by the grammar of LSP 3.17, without transformations; `variables` are the values of its variables.
 * @throws Error where a `$` or a brace is neither part of the grammar nor escaped, or a variable has no value.
 */
export function readSnippet(
  source: string,
  variables: Readonly<Record<string, string>> = {},
): ReadSnippet {
  const stops: number[] = [];
  const choices = new Map<number, readonly string[]>();
  const values = new Map<number, string>();
  let at = 0;

  const take = (pattern: RegExp): readonly string[] | null => {
    const match = new RegExp(pattern, 'y');
    match.lastIndex = at;
    const found = match.exec(source);
    if (found !== null) at += found[0].length;
    return found;
  };
  const fail = (): never => {
    throw new Error(`The snippet has a syntax error at “${source.slice(at)}”`);
  };
  const stop = (number: number, value: string | null): string => {
    stops.push(number);
    if (value !== null) values.set(number, value);
    return value ?? values.get(number) ?? '';
  };
  const readStop = (number: number): string => {
    if (take(/\}/) !== null) return stop(number, null);
    const offered = take(/\|((?:\\[\\,|]|[^\\|])+)\|\}/)?.[1];
    if (offered === undefined) return take(/:/) === null ? fail() : stop(number, readText(true));
    const all = offered.split(/(?<!\\),/).map((each) => each.replace(/\\(.)/g, '$1'));
    choices.set(number, all);
    return stop(number, all[0] ?? '');
  };
  const readPart = (): string => {
    const number = take(/\$(\d+)/)?.[1];
    if (number !== undefined) return stop(Number(number), null);
    const variable = take(/\$([A-Z_]+)/)?.[1];
    if (variable !== undefined) return variables[variable] ?? fail();
    const opened = take(/\$\{(\d+)/)?.[1];
    return opened === undefined ? fail() : readStop(Number(opened));
  };
  const readText = (nested: boolean): string => {
    let text = '';
    for (;;) {
      if (nested && take(/\}/) !== null) return text;
      if (at === source.length) return nested ? fail() : text;
      const plain = take(/[^$}\\]+|\\[$}\\]/)?.[0];
      text += plain?.replace(/^\\/, '') ?? readPart();
    }
  };

  return { text: readText(false), stops, choices };
}
