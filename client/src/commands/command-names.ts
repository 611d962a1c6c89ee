/** The commands of the extension, each without its prefix `minutes.`. */
export const commandNames = [
  'setUp',
  'createTemplate',
  'newMinutes',
  'openExample',
  'openGuardPage',
  'openWalkthrough',
  'chooseTemplate',
  'openTemplate',
  'openTemplateAtFinding',
  'fixAll',
  'insertTeam',
  'insertSection',
  'restartServer',
  'showOutput',
  'showLocation',
  'showLocations',
  'nextUnfilled',
  'previousUnfilled',
  'previousUpdate',
  'nextUpdate',
  'applyToLater',
  'foldEmptyTeams',
  'moveRow',
  'pasteAsMinutes',
  'configureSeverity',
  'openRulePage',
  'nextCell',
  'previousCell',
  'continueRow',
  'continueItem',
  'breakItem',
  'nestItem',
  'unnestItem',
  'showAll',
  'showMissing',
  'showMine',
] as const;

/** What each command does. */
export type CommandHandlers = Readonly<
  Record<(typeof commandNames)[number], (...args: readonly unknown[]) => Promise<void>>
>;
