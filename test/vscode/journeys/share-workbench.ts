import { after } from 'node:test';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../../support/workbench.ts';
import { fillWeeklyFolder, weeklyFolder, type Files } from './weekly-folder.ts';

/** What a journey begins with. */
export interface Beginning {
  readonly workbench: Workbench;
  readonly folder: string;
}

/**
 * Lets the journeys of a test file take turns in one workbench, because opening one takes longer than most of them.
 * Each begins without an editor, with the weekly folder's files as they were at first, and with others that it names.
 */
export function shareWorkbench(
  options: Pick<WorkbenchOptions, 'restricted'> = {},
): (others?: Files) => Promise<Beginning> {
  let opened: Beginning | undefined;
  after(() => opened?.workbench.close());
  return async (others = {}) => {
    if (opened === undefined) {
      const folder = weeklyFolder(others);
      opened = { folder, workbench: await openWorkbench({ folder, ...options }) };
    } else {
      await opened.workbench.closeEditors();
      fillWeeklyFolder(opened.folder, others);
    }
    return opened;
  };
}
