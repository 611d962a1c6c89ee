import type { Extension, Tokenizer } from 'micromark-util-types';
import type { Labels } from './labels.ts';

/**
 * Returns an extension of micromark that takes labels as defined although other texts define them,
 * and puts into `asked` all labels that the text refers to.
 * It has to follow the extensions that define labels, for the last one is asked first.
 */
export function answerLabels(
  given: Labels,
  asked: { readonly definitions: Set<string>; readonly footnotes: Set<string> },
): Extension {
  const definitions = answeringArray(given.definitions, asked.definitions);
  const footnotes = answeringArray(given.footnotes, asked.footnotes);
  const tokenize: Tokenizer = function (_, __, nok) {
    this.parser.defined = definitions;
    this.parser.gfmFootnotes = footnotes;
    return nok;
  };
  const construct = { tokenize, partial: true };
  return { document: { null: construct, 91: construct } };
}

/** Returns an array that micromark pushes labels to and asks for them. */
function answeringArray(given: ReadonlySet<string>, asked: Set<string>): string[] {
  const own: string[] = [];
  return Object.assign(own, {
    includes(label: string): boolean {
      asked.add(label);
      return given.has(label) || own.some((each) => each === label);
    },
  });
}
