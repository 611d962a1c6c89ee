/** What people write where a meeting was not held, by language. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: ['cancelled', 'canceled', 'no meeting', 'did not meet', 'postponed'],
  de: ['abgesagt', 'ausgefallen', 'fällt aus', 'entfällt', 'verschoben'],
  es: ['cancelada', 'cancelado', 'no hubo reunión', 'aplazada'],
  fr: ['annulée', 'annulé', 'pas de réunion', 'reportée'],
  it: ['annullata', 'annullato', 'nessuna riunione', 'rinviata'],
  nl: ['afgelast', 'geannuleerd', 'geen vergadering', 'uitgesteld'],
  pt: ['cancelada', 'cancelado', 'não houve reunião', 'adiada'],
};

/** Returns the words for a meeting that was not held, in a language and in English. */
export function cancelledWords(locale: string): readonly string[] {
  const language = locale.split('-')[0] ?? '';
  const own = Object.hasOwn(words, language) ? (words[language] ?? []) : [];
  return [...new Set([...own, ...(words.en ?? [])])];
}

/** Returns the words of all languages for a meeting that was not held. */
export function allCancelledWords(): readonly string[] {
  return [...new Set([...Object.values(words).flat(), ...further])];
}

/** What only some groups write: in other minutes it may be said of something else. */
const further: readonly string[] = [
  'called off',
  'skipped',
  'no call',
  'not held',
  'did not take place',
  'no quorum',
  'fand nicht statt',
  'findet nicht statt',
  'keine Sitzung',
  'kein Treffen',
  'n’a pas eu lieu',
  "n'a pas eu lieu",
  'no se celebró',
  '中止',
  '休会',
];
