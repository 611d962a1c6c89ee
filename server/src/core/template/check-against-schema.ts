import * as l10n from '@vscode/l10n';
import { Validator } from '@cfworker/json-schema';
import { closestTo } from '../text/closest.ts';
import { isRecord } from '../text/is-record.ts';

/** A JSON Schema; its own keyword `expects` says in words what a value must be. */
export type Schema = Readonly<Record<string, unknown>>;

/** Where a value breaks its schema. */
export interface SchemaViolation {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The key at the end of the path is what is wrong, not its value. */
  readonly key: boolean;
}

/** Returns where a value breaks a schema, each cause once, at the deepest place. */
export function checkAgainstSchema(
  value: unknown,
  schema: Schema,
  part: 'front matter' | 'file' = 'front matter',
): readonly SchemaViolation[] {
  const { errors } = new Validator({ ...schema }, '2020-12', false).validate(value);
  const above = new Set(errors.flatMap((error) => locationsAbove(error.instanceLocation)));
  const violations = new Map<string, SchemaViolation>();
  for (const error of errors) {
    const location = error.instanceLocation;
    if (above.has(location)) continue;
    if (violations.has(location) && error.keyword !== 'required') continue;
    const path = toPath(location);
    violations.set(location, { path, ...violationOf(error, path, schema, part) });
  }
  return [...violations.values()];
}

/** Returns the pointers of all that holds a place. */
function locationsAbove(location: string): readonly string[] {
  return [...location.matchAll(/\//g)].map(({ index }) => location.slice(0, index));
}

function violationOf(
  error: { readonly keyword: string; readonly keywordLocation: string; readonly error: string },
  path: readonly (string | number)[],
  schema: Schema,
  part: 'front matter' | 'file',
): { message: string; key: boolean } {
  const last = String(path.at(-1) ?? '');
  if (error.keyword === 'false') {
    const near = closestTo(last, knownKeys(schema));
    return {
      message:
        near === null
          ? l10n.t('Unknown key “{0}”', last)
          : l10n.t('Unknown key “{0}”: did you mean “{1}”?', last, near),
      key: true,
    };
  }
  const { text, isOfItem } = expectation(error.keywordLocation, schema);
  const expected = text ?? error.error;
  const names = path.filter((step) => typeof step === 'string');
  const isName = error.keywordLocation.includes('/propertyNames/');
  const name = isName ? names.at(-2) : names.at(-1);
  if (name === undefined) {
    const message =
      part === 'file'
        ? l10n.t('The file must be {0}', expected)
        : l10n.t('The front matter must be {0}', expected);
    return { message, key: false };
  }
  const message =
    typeof path.at(-1) === 'number' && isOfItem
      ? l10n.t('Each of “{0}” must be {1}', name, expected)
      : l10n.t('“{0}” must be {1}', name, expected);
  return { message, key: isName };
}

/** Finds what the nearest schema around a keyword says that it expects, and whether of an item of a list. */
function expectation(
  keywordLocation: string,
  schema: Schema,
): { readonly text: string | null; readonly isOfItem: boolean } {
  let current: unknown = schema;
  let text: string | null = null;
  let isOfItem = false;
  let previous: string | number | null = null;
  for (const step of toPath(keywordLocation)) {
    const own = expects(current);
    if (own !== null) [text, isOfItem] = [own, previous === 'items'];
    if (typeof current !== 'object' || current === null || step === 'anyOf') break;
    current = new Map(Object.entries(current)).get(String(step));
    previous = step;
  }
  return { text, isOfItem };
}

function expects(schema: unknown): string | null {
  const say: unknown = isRecord(schema) ? schema.expects : null;
  return typeof say === 'function' ? String(Reflect.apply(say, undefined, [])) : null;
}

function knownKeys(schema: Schema): string[] {
  const properties = schema.properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function toPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~');
      return /^\d+$/.test(key) ? Number(key) : key;
    });
}
