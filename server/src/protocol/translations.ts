/** The messages in one language, by their English text. */
export type Translations = Readonly<Record<string, string>>;

/** Returns the translations that a value holds; null where it is not an object. */
export function readTranslations(value: unknown): Translations | null {
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
