import * as l10n from '@vscode/l10n';
/** The most teams that a roster may have. */
export const mostTeams = 1000;

const isoDay = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  expects: () => l10n.t('a day such as "2018-06-26"'),
};
const text = { type: 'string', maxLength: 200, expects: () => l10n.t('a text') };
const name = {
  ...text,
  pattern: '^[^\\r\\n]*[^\\s][^\\r\\n]*$',
  expects: () => l10n.t('a name in one line'),
};
const texts = {
  anyOf: [text, { type: 'array', items: text, maxItems: 200 }],
  expects: () => l10n.t('a text or a list of texts'),
};

/** JSON Schema of a roster's team with more than a name. */
export const rosterTeam = {
  type: 'object',
  description: 'A team of the roster.',
  expects: () => l10n.t('a team with a name'),
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { ...name, description: 'The name as headings write it.' },
    leads: { ...texts, description: 'Who leads the team.' },
    status: { ...text, description: 'The status, such as incubating.' },
    releases: { ...texts, description: 'The releases of the team.' },
    from: { ...isoDay, description: 'First day on which this holds.' },
    until: { ...isoDay, description: 'Last day on which this holds.' },
  },
};

const rosterItem = {
  expects: () => l10n.t('a team’s name, or keys such as “name: Search”'),
  anyOf: [{ ...name, description: 'The name of a team, as headings write it.' }, rosterTeam],
};

/** JSON Schema of a roster: its `teams`, as the front matter or a roster file holds them. */
export const rosterSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Roster of a meeting’s teams',
  type: 'object',
  expects: () => l10n.t('a list of teams under "teams"'),
  required: ['teams'],
  additionalProperties: false,
  properties: {
    teams: {
      type: 'array',
      description: 'The teams, each from the day it holds.',
      expects: () => l10n.t('a list of {0} teams at most', mostTeams),
      maxItems: mostTeams,
      items: rosterItem,
    },
  },
};

/** JSON Schema of a template's front matter; `expects` says in words what a key takes. */
export const frontMatterSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Front matter of a minutes template',
  type: 'object',
  expects: () => l10n.t('keys with values, such as `name: Team call`'),
  additionalProperties: false,
  properties: {
    'minutes-template': {
      const: 1,
      description: 'The version of the template language: 1.',
      expects: () => l10n.t('the version of the template language, 1'),
    },
    name: { ...text, description: 'Shown in the editor and in each finding’s source.' },
    files: {
      ...texts,
      description:
        'Glob or globs of the minutes, relative to the folder that holds `.minutes/`; `!` excludes.',
      expects: () => l10n.t('a glob in quotes, such as "Runtime/**/*.md", or a list of them'),
    },
    'file-name': {
      ...texts,
      description:
        'Pattern of the minutes’ file names, such as "{date}-runtime.md", with folders where they say the date, or a list of patterns.',
      expects: () => l10n.t('a pattern in quotes, such as "{date}-runtime.md", or a list of them'),
    },
    locale: {
      ...text,
      description:
        'Language of months and weekdays, such as "de"; English ones are always read, too.',
      expects: () => l10n.t('the tag of a language, such as "de" or "pt-BR"'),
    },
    from: { ...isoDay, description: 'First day of the era in which the template holds.' },
    until: { ...isoDay, description: 'Last day of the era in which the template holds.' },
    schedule: {
      ...text,
      description:
        'When the group meets: an RFC 5545 recurrence rule, such as "FREQ=WEEKLY;BYDAY=TU".',
      expects: () => l10n.t('a recurrence rule such as "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"'),
    },
    except: {
      anyOf: [isoDay, { type: 'array', items: isoDay, maxItems: 1000 }],
      description: 'Days of the schedule on which there is no meeting, such as holidays.',
      expects: () => l10n.t('a day such as "2018-12-25", or a list of them'),
    },
    references: {
      ...text,
      description:
        'Where a bare owner/repository#123 leads, such as "https://example.org/{owner}/{repository}/issues/{number}".',
      expects: () =>
        l10n.t(
          'an address in quotes, such as "https://example.org/{owner}/{repository}/issues/{number}"',
        ),
    },
    placeholders: {
      type: 'object',
      description: 'The template’s own placeholders, by name.',
      expects: () => l10n.t('names, each with a pattern or its allowed values'),
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_-]*$' },
      additionalProperties: {
        expects: () =>
          l10n.t('a pattern, a list of values, or an object with pattern, values, description'),
        anyOf: [
          text,
          { type: 'array', items: text, minItems: 1, maxItems: 200 },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              pattern: { ...text, description: 'Regular expression for the whole text.' },
              values: { type: 'array', items: text, minItems: 1, maxItems: 200 },
              description: text,
            },
          },
        ],
      },
    },
    roster: {
      description: 'The teams, or the path of a roster file in the template’s folder.',
      expects: () => l10n.t('the path of a roster file, or a list of teams such as “- Search”'),
      anyOf: [text, { type: 'array', items: rosterItem, maxItems: mostTeams }],
    },
    statuses: { ...texts, description: 'What `{status}` may be.' },
    orgs: { ...texts, description: 'Organizations that may follow a lead’s name.' },
    unfilled: {
      description: 'Texts that count as not filled in.',
      expects: () => l10n.t('a list of texts in quotes, such as "[add here]"'),
      type: 'array',
      maxItems: 200,
      items: {
        expects: () => l10n.t('a text in quotes, such as "[add here]"'),
        anyOf: [text, { type: 'array', items: text, minItems: 1, maxItems: 1 }],
      },
    },
    'front-matter': {
      type: 'object',
      description:
        'What the front matter of minutes has to have: keys with values, in which placeholders are compared; a key that ends with `?` may be absent.',
      expects: () => l10n.t('keys with values, such as `layout: minutes`'),
    },
    cancelled: {
      ...texts,
      description:
        'What says that a meeting was not held; else “cancelled”, “no meeting” and the like, also in the language of `locale`.',
    },
    quorum: {
      type: 'integer',
      minimum: 1,
      maximum: 10000,
      description: 'How many have to be present for a decision.',
      expects: () => l10n.t('a number of people'),
    },
    mail: {
      type: 'object',
      description: 'Who gets the minutes as a mail, and under which subject.',
      expects: () => l10n.t('keys with values, such as `to: team@example.org`'),
      additionalProperties: false,
      properties: {
        to: { ...texts, description: 'The recipients.' },
        cc: { ...texts, description: 'Who gets a copy.' },
        subject: {
          ...text,
          description: 'The subject; `{date}` is the day of the meeting, `{text}` the title.',
        },
      },
    },
    'unchanged-roadmap-after': {
      type: 'integer',
      minimum: 1,
      maximum: 100,
      description: 'After how many minutes with the same roadmap a finding says so; 4 by default.',
      expects: () => l10n.t('a number of minutes from 1 to 100'),
    },
    rules: {
      type: 'object',
      description: 'Severity by rule.',
      expects: () => l10n.t('rules, each with a severity'),
      additionalProperties: {
        enum: ['off', 'hint', 'information', 'warning', 'error'],
        expects: () => l10n.t('off, hint, information, warning or error'),
      },
    },
  },
};
