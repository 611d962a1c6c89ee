import type { SeveritySetting, SeveritySettings } from '../core/template/severity.ts';
import type { TemplateSetting } from '../core/claims/choose-template.ts';

/** The user's settings, section `minutes`. */
export interface MinutesSettings {
  /** Templates chosen by hand, before those of any `.minutes/` folder. */
  readonly templates: readonly TemplateSetting[];
  /** Whether minutes count as a draft; `auto` decides by their date. */
  readonly profile: 'auto' | 'draft' | 'final';
  /** Severities by rule id, before those of a template. */
  readonly rules: SeveritySettings;
  readonly diagnostics: {
    /** Whether closed files have diagnostics, too. */
    readonly scope: 'openFiles' | 'workspace';
  };
  /** Whether the repository is not trusted, so that what it says hides no findings. */
  readonly restricted: boolean;
}

/** What holds where the user sets nothing. */
export const defaultSettings: MinutesSettings = {
  templates: [],
  profile: 'auto',
  rules: {},
  diagnostics: { scope: 'openFiles' },
  restricted: false,
};

/** Returns the settings that a client sent; what does not have the right shape is as if it were not set. */
export function readSettings(value: unknown): MinutesSettings {
  const { templates, profile, rules, diagnostics, restricted } = propertiesOf(value);
  const { scope } = propertiesOf(diagnostics);
  return {
    templates: arrayOf(templates).flatMap(readTemplateSetting),
    profile: oneOf(['auto', 'draft', 'final'], profile) ?? defaultSettings.profile,
    rules: readSeverities(rules),
    diagnostics: {
      scope: oneOf(['openFiles', 'workspace'], scope) ?? defaultSettings.diagnostics.scope,
    },
    restricted: restricted === true,
  };
}

function readTemplateSetting(value: unknown): TemplateSetting[] {
  const { files, template } = propertiesOf(value);
  if (typeof template !== 'string') return [];
  const globs = Array.isArray(files) ? files : [files];
  return [{ template, files: globs.filter((glob) => typeof glob === 'string') }];
}

function readSeverities(value: unknown): SeveritySettings {
  const severities: Record<string, SeveritySetting> = {};
  for (const [rule, severity] of Object.entries(propertiesOf(value))) {
    const known = oneOf(['error', 'warning', 'information', 'hint', 'off'], severity);
    if (known !== undefined) severities[rule] = known;
  }
  return severities;
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function oneOf<const Name extends string>(
  names: readonly Name[],
  value: unknown,
): Name | undefined {
  return names.find((name) => name === value);
}
