import * as l10n from '@vscode/l10n';
import { departing, departingAnyhow, fewest, type Drift } from '../meetings/drift.ts';
import { driftsIn, ofOneKind } from '../meetings/evidence.ts';
import type { Witness } from '../meetings/witness.ts';
import { turningPoint } from '../meetings/turning-point.ts';
import { allSections } from '../matching/heading-match.ts';
import { addAlias, addKey, changeLevel, parentOf, refine } from '../template/template-edits.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { dayBefore } from '../text/calendar-date.ts';
import type { Fix } from './finding.ts';
import type { Report, TemplateRule } from './rule.ts';
import { repair, reportField, reportFileName, reportForm } from './shared/drift-of-line.ts';
import { filledLabels } from './shared/filled-labels.ts';

/** Finds lines of a template that most of the last minutes depart from in the same way. */
export const templateDrift: TemplateRule = {
  id: 'template-drift',
  summary: 'Most of the last minutes differ from the template in the same way',
  severity: 'information',
  docs: {
    finds: `
The last twenty minutes count, except drafts and minutes of other meetings.
The finding is at a line of the template if at least half of them, and at least three, differ from it in the same way, or the last three do:
they lack the section, or have it under another name, at another level, in another place or more than once; or their titles, file names or dates have another form.
Of level and order, only minutes that have the section count.
It is also at a label with nothing after it that four fifths of them fill in.

In these minutes the same is only a hint, and it is not fixed on save or by \`minutes fix\`.
So it is where three in a row differ in the same way, or the first two of the series, and where three others have the same title, or the same heading in place of the section.
A section or field that is absent three times and in a quarter of them, with others between that have it, is there only when a meeting has something for it; its absence is a hint, too.
Minutes whose sections are all at another level by as much count together, whatever sections they have.
If git has the template, only minutes since the line was added or changed count, in VS Code too; in older ones it is a hint.
`,
    why: `
What most minutes of a group do isn’t a mistake in each of them: the template differs from what the group does.
`,
    repair: `
The fixes change the template, so none of them is applied together with others:
the section becomes optional, gets the other name or level, or may be in any order; or the template ends on the day before the form changed.
**Require it all the same** keeps the requirement, and the minutes have warnings again.
`,
    options: `
A section that is \`required\` has no such finding:

~~~markdown
## Decisions <!-- required -->
~~~
`,
    examples: `
~~~.minutes/call.md
---
files: "calls/*.md"
---

# Call {date}

## Agenda

## Decisions
   ^^^^^^^^^ template-drift: 3 of the last 3 minutes have no “Decisions” [unsafe fix: Make “Decisions” optional] [unsafe fix: Require “Decisions” all the same]
~~~

~~~calls/2018-06-12-call.md
# Call 2018-06-12

## Agenda
         ^ hint missing-section: The template requires the section “Decisions” [unsafe fix: Insert section “Decisions”]
~~~

~~~calls/2018-06-19-call.md
# Call 2018-06-19

## Agenda
         ^ hint missing-section: The template requires the section “Decisions” [unsafe fix: Insert section “Decisions”]
~~~

~~~calls/2018-06-26-call.md
# Call 2018-06-26

## Agenda
         ^ hint missing-section: The template requires the section “Decisions” [unsafe fix: Insert section “Decisions”]

~~~
`,
  },
  fixes: [
    { title: 'Allow', safe: false },
    { title: 'Make', safe: false },
    { title: 'Put', safe: false },
    { title: 'Change the title', safe: false },
    { title: 'Change the date', safe: false },
    { title: 'Let the template end', safe: false },
    { title: 'Require', safe: false },
    { title: 'Ask for', safe: false },
  ],
  checkTemplate: (template, _others, { window, since }) => {
    const sections = allSections(template);
    // The meetings of one file are evidence for one another.
    if (sections.some(({ meeting }) => meeting)) return [];
    const drifts = driftsIn(window, since).flatMap((drift) => {
      if (drift.departure.way === 'date') return reportForm(drift, template);
      if (drift.departure.way === 'file-name') return reportFileName(drift, template);
      const section = sections.find(({ range }) => range.start === drift.departure.line);
      return section === undefined
        ? reportField(drift, template)
        : [reportDrift(drift, section, window, template)];
    });
    return [...drifts, ...filledLabels(template, { window, since })].sort(
      (a, b) => a.range.start - b.range.start,
    );
  },
};

function reportDrift(
  drift: Drift,
  section: TemplateSection,
  window: readonly Witness[],
  template: Template,
): Report {
  const repairs = [
    ...repairsOf(drift, section, window, template),
    endEra(drift, window, template),
    repair(l10n.t('Require “{0}” all the same', section.name), refine(section, 'required')),
  ];
  return {
    message:
      drift.count < fewest
        ? l10n.t(
            '{0} of the last {1} minutes have “{2}” otherwise, each in its own way',
            departingAnyhow(window, drift.departure).length,
            drift.of,
            section.name,
          )
        : messageOf(drift, section, otherName(drift, window)),
    range: section.contentRange,
    related: [],
    fixes: repairs.flatMap((each) => each ?? []),
  };
}

function messageOf(
  { departure, count, of }: Drift,
  { name }: TemplateSection,
  other: string | null,
): string {
  const { way, instead } = departure;
  switch (way) {
    case 'absent':
      return other === null
        ? l10n.t('{0} of the last {1} minutes have no “{2}”', count, of, name)
        : l10n.t(
            '{0} of the last {1} minutes have no “{2}”, and mostly “{3}” in its place',
            count,
            of,
            name,
            other,
          );
    case 'renamed':
      return l10n.t(
        '{0} of the last {1} minutes have “{3}” instead of “{2}”',
        count,
        of,
        name,
        instead,
      );
    case 'level':
      return l10n.t(
        '{0} of the last {1} minutes have “{2}” at level {3}',
        count,
        of,
        name,
        instead,
      );
    case 'order':
      return l10n.t('{0} of the last {1} minutes have “{2}” in another place', count, of, name);
    case 'repeated':
      return l10n.t('{0} of the last {1} minutes have “{2}” more than once', count, of, name);
    case 'date':
    case 'file-name':
    case 'file-date':
    case 'title':
      return l10n.t(
        '{0} of the last {1} minutes have a title of the form “{2}”',
        count,
        of,
        instead,
      );
  }
}

function repairsOf(
  drift: Drift,
  section: TemplateSection,
  window: readonly Witness[],
  template: Template,
): readonly (Fix | null)[] {
  const { way, instead } = drift.departure;
  const { name } = section;
  switch (way) {
    case 'absent': {
      const other = otherName(drift, window);
      return [
        other === null ? null : aliasRepair(section, other),
        repair(l10n.t('Make “{0}” optional', name), refine(section, 'optional')),
      ];
    }
    case 'renamed':
      return [aliasRepair(section, instead)];
    case 'level': {
      const edits = changeLevel(section, Number(instead));
      return [edits && repair(l10n.t('Put “{0}” at level {1}', name, instead), ...edits)];
    }
    case 'order': {
      const parent = parentOf(template, section);
      return [
        parent &&
          repair(l10n.t('Allow any order below “{0}”', parent.name), refine(parent, 'any-order')),
      ];
    }
    case 'repeated':
      return [repair(l10n.t('Allow “{0}” more than once', name), refine(section, 'repeat'))];
    case 'date':
    case 'file-name':
    case 'file-date':
    case 'title': {
      const edit = { range: section.contentRange, text: instead };
      return [repair(l10n.t('Change the title to “{0}”', instead), edit)];
    }
  }
}

function aliasRepair(section: TemplateSection, other: string): Fix | null {
  return repair(
    l10n.t('Allow “{0}” as another name of “{1}”', other, section.name),
    addAlias(section, other),
  );
}

/** Lets the template end the day before the form changed, where one day did. */
function endEra({ departure }: Drift, window: readonly Witness[], template: Template): Fix | null {
  const day = template.options.until === null ? turningPoint(ofOneKind(window), departure) : null;
  const last = day === null ? null : dayBefore(day);
  return last === null
    ? null
    : repair(l10n.t('Let the template end on {0}', last), addKey(template, 'until', last));
}

/** Returns the heading that half of the minutes of a drift or more have in the place of an absent section. */
function otherName({ departure, count }: Drift, window: readonly Witness[]): string | null {
  const names = departing(window, departure)
    .flatMap(({ departures }) => departures)
    .filter(({ line, way }) => line === departure.line && way === departure.way)
    .map(({ instead }) => instead)
    .filter((name) => name !== '');
  const most = names
    .map((name) => ({ name, times: names.filter((each) => each === name).length }))
    .sort((a, b) => b.times - a.times)[0];
  return most !== undefined && most.times >= 3 && most.times * 2 >= count ? most.name : null;
}
