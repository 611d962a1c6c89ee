/** Where the finding of a category must be, besides on or next to the line. */
type Place = 'line' | 'heading above';

/** The rules that fit each category that one file and its template suffice for. */
export const fittingRules: Readonly<
  Record<string, { readonly rules: readonly string[]; readonly place: Place }>
> = {
  'bare-list-marker': { rules: ['bare-list-marker'], place: 'line' },
  'conflict-marker': { rules: ['conflict-marker'], place: 'line' },
  'duplicate-heading': { rules: ['duplicate-team', 'unparsed-heading'], place: 'line' },
  'extra-h1': { rules: ['pasted-heading', 'wrong-heading-level'], place: 'line' },
  'heading-no-lead': { rules: ['missing-lead'], place: 'heading above' },
  'heading-no-space': { rules: ['unparsed-heading'], place: 'line' },
  'indent-not-nesting': { rules: ['flattened-list-item'], place: 'line' },
  'level-jump': { rules: ['pasted-heading'], place: 'heading above' },
  'link-empty-target': { rules: ['malformed-link'], place: 'line' },
  'link-ref-undefined': { rules: ['malformed-link'], place: 'line' },
  'missing-list-marker': { rules: ['pseudo-list-item', 'lazy-continuation'], place: 'line' },
  'no-title-first': { rules: ['missing-title', 'missing-section'], place: 'line' },
  'non-md-bullet': { rules: ['pseudo-list-item'], place: 'line' },
  'pseudo-sub-bullet': { rules: ['pseudo-list-item'], place: 'line' },
  'tab-indent': { rules: ['tab-indentation', 'pseudo-list-item'], place: 'line' },
  'title-date-mismatch': { rules: ['date-mismatch'], place: 'line' },
};

/** Why categories and cases are not counted. */
export const excluded: Readonly<Record<string, string>> = {
  'lost-update': 'needs the version before',
  'stale-lead': 'needs the minutes before',
  'lead-name-spelling': 'needs the minutes around',
  'status-tag-missing': 'needs the minutes around or a roster',
  'file-name-wrong': 'the name is well formed, and only people know on which day they met',
  'no-final-newline': 'no rule: a line ending is nothing that readers see',
  nbsp: 'nobody repaired it: the later version has it, too (the broken one is reported)',
  '030-level-jump': 'no rule: headings deeper than the template’s are nobody’s business',
};

/** Cases that must be caught and are not, each with the reason. */
export const missed: Readonly<Record<string, string>> = {};

/** Cases of which a repair writes just what the person wrote. */
export const exactRepairs: readonly string[] = [
  '000-bare-list-marker',
  '001-bare-list-marker',
  '003-conflict-marker',
  '004-duplicate-heading',
  '005-duplicate-heading',
  '006-duplicate-heading',
  '009-extra-h1',
  '010-extra-h1',
  '011-extra-h1',
  '012-extra-h1',
  '020-heading-no-space',
  '021-indent-not-nesting',
  '022-indent-not-nesting',
  '023-indent-not-nesting',
  '031-level-jump',
  '032-level-jump',
  '056-missing-list-marker',
  '057-missing-list-marker',
  '062-non-md-bullet',
  '063-non-md-bullet',
  '066-pseudo-sub-bullet',
  '098-tab-indent',
  '100-title-date-mismatch',
  '101-title-date-mismatch',
  '102-title-date-mismatch',
  '103-title-date-mismatch',
  '104-title-date-mismatch',
  '105-title-date-mismatch',
];
