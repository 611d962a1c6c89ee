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
  'action|actions|agreed|decision|done|note|resolution|resolved|tba|tbd|todo|update|question|unassigned|vote'.split(
    '|',
  ),
);

const handle = /^@[\w-]+(?:\/[\w-]+)?/u;
const linked = /^\[@?[\p{L}\p{N} ._'’-]{1,60}\]\([^()\s]*\)/u;
const bold = /^(\*\*|__)(?!\s)([^*_:]{1,60}?):?\1/u;
const name = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}/u;
const word = /^[\p{L}][\p{L}\p{M}\p{N}_'’-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2}/u;
/** What a sentence begins with that is no name. */
const verbs: ReadonlySet<string> = new Set(
  (
    'add agree aim ask attempt begin bring check close come commit connect continue convert create decide deploy discuss ' +
    'document due expect explore figure fix follow forward ' +
    'get give go have help hope implement improve intend investigate keep learn link listen look migrate move need needs offer open plan point ' +
    'post prepare propose publish push reach refer release remove reply report request research respond return review send share speak start ' +
    'submit subscribe switch talk transition try up update upgrade used volunteer want work write'
  ).split(' '),
);

/** A handle, or words that begin with capitals, and nothing else. */
const wholeName = new RegExp(`(?:${handle.source}|${name.source})$`, 'u');

const separator = /^\s*(?:,|&|\/|and\b|\+)\s*/;

/** People at the start or the end of a text, and what else it says. */
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
    const found =
      handle.exec(rest)?.[0] ??
      bold.exec(rest)?.[0] ??
      (form === 'announced' ? linked.exec(rest)?.[0] : null) ??
      null;
    const plain =
      found === null && form === 'announced'
        ? ((people.length === 0 ? word : name).exec(rest)?.[0] ?? null)
        : null;
    const written = found ?? plain;
    if (written === null) break;
    const person = personNamed(written.replace(/:(?=\*\*$|__$)/, ''));
    if (person.key === '' || notPeople.has(person.key)) break;
    if (!written.startsWith('@') && verbs.has(person.key.split(' ', 1)[0] ?? '')) break;
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

/** Reads the people in brackets that a text begins with, such as `(Ada) order rope`; null where it doesn't. */
export function bracketedPeople(text: string): LeadingPeople | null {
  const [brackets, names] = /^[([]([^()[\]]{2,60})[)\]]:?\s+(?=\S)/.exec(text) ?? [];
  const people = namesIn(names ?? '');
  return brackets === undefined || people === null
    ? null
    : { people, rest: text.slice(brackets.length) };
}

/** Reads the people that a text ends with, in brackets, after a dash or as handles; null where it doesn't. */
export function closingPeople(text: string): LeadingPeople | null {
  const [end, inBrackets, afterDash, handles] =
    /\s+(?:[([]([^()[\]]{2,60})[)\]]|[–—-]\s+([^()[\]]{2,60}?)|((?:@[\w-]+(?:,?\s+)?)+))\.?$/u.exec(
      text,
    ) ?? [];
  const people = namesIn(inBrackets ?? afterDash ?? handles ?? '');
  return end === undefined || people === null ? null : { people, rest: text.slice(0, -end.length) };
}

/** Returns the people of a list of handles and of names whose words begin with capitals; null where it has anything else. */
function namesIn(text: string): readonly NamedPerson[] | null {
  const names = text
    .split(/\s*(?:[,;/&+]|\band\b|(?<=^|\s)(?=@))\s*/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return names.length > 0 &&
    names.every((each) => wholeName.test(each) && !notPeople.has(personNamed(each).key))
    ? names.map(personNamed)
    : null;
}

/** Reads the handles in brackets that a text ends with; null where it doesn't. */
export function trailingPeople(text: string): LeadingPeople | null {
  const [brackets, handles] = / \((@[\w-]+(?:(?:,| and| &)? @[\w-]+)*)\)\.?$/.exec(text) ?? [];
  if (brackets === undefined || handles === undefined) return null;
  const people = [...handles.matchAll(/@[\w-]+/g)].map(([each]) => personNamed(each));
  return { people, rest: text.slice(0, -brackets.length) };
}
