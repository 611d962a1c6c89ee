import * as l10n from '@vscode/l10n';
import { lostUpdates, type LostUpdate } from '../meetings/lost-updates.ts';
import { isMeant } from '../meetings/removal.ts';
import { restoreUpdate } from '../meetings/restore-update.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';

/** Finds updates that an edit of another part wiped out. */
export const lostUpdate: MinutesRule = {
  id: 'lost-update',
  summary: 'An update of the committed version was lost while another part was edited',
  severity: 'warning',
  docs: {
    finds: `
The minutes are compared with the committed version: in the editor with the last commit, on the command line with the merge base of \`minutes check --base REV\`.
An update is lost if its heading remains, its text is gone and not elsewhere in the file, and there is no new text below that heading.
Moving a section, rewriting an update and removing a team with its heading are not losses, and neither is deleting some of your own lines while you change nothing else.
`,
    why: `
Twenty people write in one file within an hour.
Saving an old copy, or resolving a conflict in a hurry, deletes what the others wrote, and nobody notices in time.
`,
    repair: `
**Restore** puts the lost lines back where they were, and overwrites nothing.
**Mark the removal as intentional** records it in \`.minutes/removed.yml\`, so that it isn’t reported again, on the command line either.
A commit can do the same with the trailer \`Minutes-Removed: Team\`.
[Lost updates](../lost-updates.md) explains how to guard a repository.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~baseline 2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Ada Quill

- Painted the jib

### Lighthouse - Cy Marsh

- Lamp changed
~~~

~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Ada Quill

- Painted the jib
- Ordered rope

### Lighthouse - Cy Marsh
^^^^^^^^^^^^^^^^^^^^^^^^^ lost-update: “Lighthouse” has lost 1 line of the committed version [unsafe fix: Restore “Lighthouse” from the committed version] [unsafe fix: Mark the removal from “Lighthouse” as intentional]
~~~
`,
  },
  fixes: [
    { title: 'Restore', safe: false },
    { title: 'Mark the removal from', safe: false },
  ],
  check(context) {
    const losses = lossesIn(context);
    const all = losses.length > 1 ? restoreAll(losses, context) : [];
    return losses.map((loss) => reportLoss(loss, all, context));
  },
};

interface Loss extends LostUpdate {
  readonly kind: 'committed' | 'saved';
}

/** Returns what was lost from any of the baselines, each text once, without what was meant to go. */
function lossesIn({ history, minutes, match, template }: RuleContext): readonly Loss[] {
  const losses = new Map<string, Loss>();
  for (const baseline of history.baselines) {
    for (const lost of lostUpdates(baseline, minutes, match, template)) {
      const key = `${lost.now.key} ${lost.hash}`;
      if (losses.has(key) || isMeant(history.removals, lost.before.name, lost.hash)) continue;
      losses.set(key, { ...lost, kind: baseline.kind });
    }
  }
  return [...losses.values()];
}

function reportLoss(loss: Loss, all: readonly Fix[], context: RuleContext): Report {
  const { before, now, lines, hash, kind } = loss;
  const restore: Fix = {
    title:
      kind === 'committed'
        ? l10n.t('Restore “{0}” from the committed version', before.name)
        : l10n.t('Restore “{0}” from the saved version', before.name),
    safe: false,
    edits: restoreUpdate(loss, context.minutes.text, context.template),
  };
  const meant: Fix = {
    title: l10n.t('Mark the removal from “{0}” as intentional', before.name),
    safe: false,
    edits: [],
    removal: { part: before.name, text: hash },
  };
  return {
    message: lossMessage(before.name, lines.length, kind),
    range: now.heading.range,
    related: [],
    fixes: [restore, ...all, meant],
  };
}

function lossMessage(name: string, lines: number, kind: Loss['kind']): string {
  if (kind === 'committed') {
    return lines === 1
      ? l10n.t('“{0}” has lost 1 line of the committed version', name)
      : l10n.t('“{0}” has lost {1} lines of the committed version', name, lines);
  }
  return lines === 1
    ? l10n.t('“{0}” has lost 1 line of the saved version', name)
    : l10n.t('“{0}” has lost {1} lines of the saved version', name, lines);
}

function restoreAll(losses: readonly Loss[], { minutes, template }: RuleContext): readonly Fix[] {
  const edits = losses.flatMap((loss) => restoreUpdate(loss, minutes.text, template));
  return [
    { title: l10n.t('Restore all lost lines'), safe: false, edits: withoutRepetition(edits) },
  ];
}

/** Two baselines can have lost the same lines in part. */
function withoutRepetition(edits: readonly TextEdit[]): readonly TextEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ range, text }) => {
    const key = `${range.start} ${text}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
