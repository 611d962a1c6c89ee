/** How much a finding matters; the names are LSP's. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule can be set to, in settings and in a template's `rules`. */
export type SeveritySetting = Severity | 'off';

/** Severities by rule id. */
export type SeveritySettings = Readonly<Record<string, SeveritySetting>>;
