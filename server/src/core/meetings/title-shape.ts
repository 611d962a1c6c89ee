const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** The forms of dates in titles, each with its format. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, '{date}'],
  [/(?<!\d)\d{4}\/\d{2}\/\d{2}(?!\d)/g, '{date:YYYY/MM/DD}'],
  [new RegExp(`\\b${months} \\d{1,2}, \\d{4}(?!\\d)`, 'gi'), '{date:MMMM D, YYYY}'],
  [new RegExp(`(?<!\\d)\\d{1,2} ${months} \\d{4}(?!\\d)`, 'gi'), '{date:D MMMM YYYY}'],
  [/(?<![\d{])\d+(?![\d}])/g, '{number}'],
];

/** Returns a title with placeholders for its date and numbers, so that titles of one form become one. */
export function titleShape(title: string): string {
  return forms.reduce((text, [form, placeholder]) => text.replace(form, placeholder), title);
}
