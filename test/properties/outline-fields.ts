/** A field of a generated template: a label, and what is to be filled in. */
export interface ModelField {
  readonly label: string;
  readonly form: FieldForm;
  /** What is after the colon in the template; empty for a label alone. */
  readonly value: string;
}

/** How a field is written: in a paragraph or as a list item, bold or not. */
export type FieldForm = 'plain' | 'bold' | 'bold with colon' | 'item' | 'bold item' | 'task';

/** Returns a field's line in a template. */
export function writeField({ label, form, value }: ModelField): string {
  return writeLine(label, form, value);
}

/** Returns a line with a label in a form. */
export function writeLine(label: string, form: FieldForm, value: string): string {
  const rest = value === '' ? '' : ` ${value}`;
  switch (form) {
    case 'plain':
      return `${label}:${rest}`;
    case 'bold':
      return `**${label}**:${rest}`;
    case 'bold with colon':
      return `**${label}:**${rest}`;
    case 'item':
      return `- ${label}:${rest}`;
    case 'bold item':
      return `- **${label}**:${rest}`;
    case 'task':
      return `- [ ] ${label}:${rest}`;
  }
}

/** Tells whether a form is a list item. */
export function isItem(form: FieldForm): boolean {
  return form === 'item' || form === 'bold item' || form === 'task';
}

/** Returns the forms in which minutes may write a field of the template in one. */
export function formsLike(form: FieldForm): readonly FieldForm[] {
  return isItem(form) ? ['item', 'bold item', 'task'] : ['plain', 'bold', 'bold with colon'];
}
