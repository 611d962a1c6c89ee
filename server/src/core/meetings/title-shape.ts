const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

const shortMonths = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** The forms of dates in titles, each with its format, the longer ones first. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, '{date}'],
  [/(?<!\d)\d{4}\/\d{2}\/\d{2}(?!\d)/g, '{date:YYYY/MM/DD}'],
  [/(?<!\d)\d{4}_\d{2}_\d{2}(?!\d)/g, '{date:YYYY_MM_DD}'],
  [/(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/g, '{date:YYYY-M-D}'],
  [/(?<!\d)(?:0\d|1[0-2])-\d{2}-\d{4}(?!\d)/g, '{date:MM-DD-YYYY}'],
  [/(?<!\d)(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d(?!\d)/g, '{date:YYYYMMDD}'],
  ...[
    [months, 'MMMM'],
    [shortMonths, 'MMM'],
  ].flatMap(([month, token]): readonly (readonly [RegExp, string])[] => [
    [new RegExp(`\\b${month} \\d{1,2}, \\d{4}(?!\\d)`, 'gi'), `{date:${token} D, YYYY}`],
    [new RegExp(`\\b${month} \\d{1,2} \\d{4}(?!\\d)`, 'gi'), `{date:${token} D YYYY}`],
    [new RegExp(`(?<!\\d)\\d{1,2} ${month} \\d{4}(?!\\d)`, 'gi'), `{date:D ${token} YYYY}`],
    [new RegExp(`\\b${month} \\d{4}(?!\\d)`, 'gi'), `{date:${token} YYYY}`],
    [new RegExp(`\\b${month} \\d{1,2}(?!\\d)`, 'gi'), `{date:${token} D}`],
  ]),
  [/(?<![\d{])\d+(?![\d}])/g, '{number}'],
];

/** Returns a title with placeholders for its date and numbers, so that titles of one form become one. */
export function titleShape(title: string): string {
  return forms.reduce((text, [form, placeholder]) => text.replace(form, placeholder), title);
}
