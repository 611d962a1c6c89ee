import * as l10n from '@vscode/l10n';
import { closestTo } from '../text/closest.ts';
import { strayLetters } from '../text/date-format.ts';
import {
  builtInPlaceholders,
  isDate,
  isKnownPlaceholder,
  type Placeholder,
  type PlaceholderContext,
} from './placeholder.ts';

/** Why a placeholder means nothing. */
export interface PlaceholderProblem {
  readonly message: string;
  /** The name that was probably meant. */
  readonly near: string | null;
}

/** Returns what is wrong with a placeholder, and what to write instead; null where it means something. */
export function placeholderProblem(
  placeholder: Placeholder,
  context: PlaceholderContext,
): PlaceholderProblem | null {
  if (isKnownPlaceholder(placeholder, context)) return null;
  const { name, format } = placeholder;
  if (format !== null && builtInPlaceholders.includes(name)) {
    return { message: formatProblem(name, format), near: null };
  }
  const near = closestTo(name, [...builtInPlaceholders, ...Object.keys(context.own)]);
  return {
    message:
      near === null
        ? l10n.t('Unknown placeholder “{0}”', name)
        : l10n.t('Unknown placeholder “{0}”: did you mean “{1}”?', name, near),
    near,
  };
}

function formatProblem(name: string, format: string): string {
  if (!isDate(name)) {
    return l10n.t('“{0}” takes no format: write “{1}”', name, `{${name}}`);
  }
  const stray = strayLetters(format);
  if (stray === null) {
    return l10n.t('“{0}” isn’t a date format: use YYYY, MM or MMMM, and DD', format);
  }
  return l10n.t(
    '“{0}” means nothing in a date format: use YYYY, YY, MMMM, MMM, MM, M, DD, D, Do, dddd or ddd, and put text in brackets, such as “[{0}]”',
    stray,
  );
}
