import * as l10n from '@vscode/l10n';
import type { PlacedDate } from '../../matching/dates-in-minutes.ts';
import type { Fix } from '../finding.ts';

/** Returns the repair that writes another date where minutes have one. */
export function changeOfDate(placed: PlacedDate, text: string): Fix {
  return { title: titleOf(placed, text), safe: false, edits: [{ range: placed.range(), text }] };
}

function titleOf({ place, label }: PlacedDate, text: string): string {
  if (place === 'title') return l10n.t('Change the title’s date to {0}', text);
  if (place === 'heading') return l10n.t('Change the heading’s date to {0}', text);
  return label === null
    ? l10n.t('Change the date to {0}', text)
    : l10n.t('Change “{0}” to {1}', label, text);
}
