import * as l10n from '@vscode/l10n';

/** JSON Schema of `.minutes/config.yml`; `expects` says in words what a key takes. */
export const configurationSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'How a repository’s minutes are checked',
  type: 'object',
  expects: () => l10n.t('keys with values, such as `exclude: archive/**`'),
  additionalProperties: false,
  properties: {
    exclude: {
      anyOf: [
        { type: 'string', maxLength: 200 },
        { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 200 },
      ],
      description:
        'Globs of files that are not minutes, relative to the folder that holds `.minutes/`.',
      expects: () => l10n.t('a text or a list of texts'),
    },
    severities: {
      type: 'object',
      description: 'Severity by rule; the `rules` of a template override it.',
      expects: () => l10n.t('rules, each with a severity'),
      additionalProperties: {
        enum: ['off', 'hint', 'information', 'warning', 'error'],
        expects: () => l10n.t('off, hint, information, warning or error'),
      },
    },
  },
};
