import { normalizeText } from '../text/normalize-text.ts';

/** A person as minutes name one. */
export interface NamedPerson {
  /** As it is written, without `@` and markup. */
  readonly name: string;
  /** As it is compared. */
  readonly key: string;
}

/** Returns a name as a person. */
export function personNamed(written: string): NamedPerson {
  const name = written
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]/g, '')
    .replace(/^@/, '')
    .trim();
  return { name, key: normalizeText(name) };
}

/** What is marked as people are, and isn't one. */
const notPeople: ReadonlySet<string> = new Set(
  'action|actions|agreed|decision|done|note|resolution|resolved|todo|update|question|vote'.split(
    '|',
  ),
);

const handle = /^@[\w-]+(?:\/[\w-]+)?/u;
const bold = /^(\*\*|__)(?!\s)([^*_:]{1,60}?):?\1/u;
const name = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}/u;
const word = /^[\p{L}][\p{L}\p{M}\p{N}_'’-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2}/u;
const separator = /^\s*(?:,|&|\/|and\b|\+)\s*/;

/** People at the start of a text, and what follows them. */
export interface LeadingPeople {
  readonly people: readonly NamedPerson[];
  readonly rest: string;
}

/** How sure it is that a person comes first: marked as one, or after a word such as ACTION that says so. */
export type PersonForm = 'marked' | 'announced';

/**
 * Reads the people that a text begins with: marked by `@` or bold, or, where one is announced, by name alone
 * before a colon, ` to ` or `will`. Null where it begins with none.
 */
export function leadingPeople(text: string, form: PersonForm): LeadingPeople | null {
  const people: NamedPerson[] = [];
  let rest = text;
  for (;;) {
    const found = handle.exec(rest)?.[0] ?? bold.exec(rest)?.[0] ?? null;
    const plain =
      found === null && form === 'announced'
        ? ((people.length === 0 ? word : name).exec(rest)?.[0] ?? null)
        : null;
    const written = found ?? plain;
    if (written === null) break;
    const person = personNamed(written.replace(/:(?=\*\*$|__$)/, ''));
    if (person.key === '' || notPeople.has(person.key)) break;
    people.push(person);
    rest = rest.slice(written.length);
    const between = separator.exec(rest);
    if (between === null) break;
    rest = rest.slice(between[0].length);
  }
  if (people.length === 0) return null;
  const said = /^\s*(?::|-|–|—|\bto\b|\bwill\b)?\s*(?=\S)/.exec(rest);
  const isPlainlySaid =
    /^\s*(?::|to\b|will\b)/.test(rest) || /[:*_]$/.test(text.slice(0, text.length - rest.length));
  if (form === 'announced' && !isPlainlySaid && !/^[@*_]/.test(text)) return null;
  return { people, rest: said === null ? '' : rest.slice(said[0].length) };
}
