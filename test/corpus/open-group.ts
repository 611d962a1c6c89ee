import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { claimDocument } from '../../server/src/cli/claim-document.ts';
import { openDocuments } from '../../server/src/cli/open-documents.ts';
import { startRun } from '../../server/src/cli/run.ts';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { inProcessEnvironment } from '../support/in-process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { copyGroup, groupNames, kinds, type Kind } from './groups.ts';

/** Minutes of a group with all that their findings depend on. */
export interface OpenMinutes {
  readonly group: string;
  readonly kind: Kind;
  /** The path below the group's folder. */
  readonly path: string;
  readonly input: CheckInput;
}

/** Opens the claimed minutes of all groups, with each of the kinds of templates given, as the command line does. */
export async function openGroups(
  test: TestContext,
  chosen: readonly Kind[] = kinds,
): Promise<readonly OpenMinutes[]> {
  const folder = temporaryFolder(test).path;
  const jobs = groupNames().flatMap((group) => chosen.map((kind) => ({ group, kind })));
  const opened = await Promise.all(
    jobs.map(({ group, kind }) => openGroup(group, kind, join(folder, kind, group))),
  );
  return opened.flat();
}

/** Returns the same minutes with another text. */
export function withText(input: CheckInput, text: string): CheckInput {
  return { ...input, minutes: readMinutes(parseMarkdown(text)) };
}

async function openGroup(group: string, kind: Kind, to: string): Promise<readonly OpenMinutes[]> {
  const opened = await openFolder(copyGroup(group, kind, to));
  return opened.map((each) => ({ group, kind, ...each }));
}

/** Opens the claimed minutes of a folder, as the command line does. */
export async function openFolder(
  root: string,
): Promise<readonly Pick<OpenMinutes, 'path' | 'input'>[]> {
  const run = startRun(
    { outputs: [{ format: 'json', file: null }], profile: 'auto', today, minSeverity: 'hint' },
    environment,
    ({ path, reason }) => {
      throw new Error(`${path}: ${reason}`);
    },
  );
  const opened = await openDocuments([root], {}, environment);
  return opened.flatMap((each) => {
    if ('reason' in each) throw new Error(`${each.path}: ${each.reason}`);
    const { document } = each;
    const claimed = claimDocument(document, document.decoded.text, run.claiming);
    if (claimed.kind !== 'minutes') return [];
    const path = document.path.slice(root.length + 1);
    return [{ path, input: run.inputOf(claimed, document) }];
  });
}

/** Long after all of the minutes were held. */
const today = '2100-01-01';

const environment = { ...inProcessEnvironment, today };
