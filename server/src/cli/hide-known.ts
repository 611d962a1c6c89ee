import * as l10n from '@vscode/l10n';
import { decodeText } from './decode-text.ts';
import type { DocumentReport } from './document-report.ts';
import type { FileSystem } from './environment.ts';
import {
  knownFindingsFile,
  readKnownFindings,
  rootOfReport,
  withoutKnown,
  type KnownFindings,
} from './known-findings.ts';

/** Reports without what the baselines of their repositories know. */
export interface FreshReports {
  readonly reports: readonly DocumentReport[];
  /** How many findings were left out. */
  readonly known: number;
}

/** Receives the baselines that can't be read, and those that know findings that are gone. */
export interface BaselineListener {
  readonly fail: (path: string, reason: string) => void;
  readonly note: (path: string, reason: string) => void;
  readonly showPath: (path: string) => string;
}

/** Returns reports without the findings that `.minutes/baseline.json` knows. */
export function hideKnown(
  reports: readonly DocumentReport[],
  files: FileSystem,
  listener: BaselineListener,
): FreshReports {
  const baselines = new Map<string, KnownFindings | null>();
  const gone = new Map<string, number>();
  let hidden = 0;
  const fresh = reports.map((report) => {
    const root = rootOfReport(report);
    if (root === null || report.state === 'unreadable') return report;
    const read = baselines.get(root);
    const baseline = read === undefined ? readBaselineFile(root, files, listener) : read;
    baselines.set(root, baseline);
    if (baseline === null) return report;
    const own = withoutKnown(report, root, baseline);
    hidden += own.known;
    gone.set(root, (gone.get(root) ?? 0) + own.gone);
    return own.report;
  });
  for (const [root, count] of gone) {
    const all = count + countOfAbsent(root, baselines.get(root) ?? null, files);
    if (all === 0) continue;
    const reason =
      all === 1
        ? l10n.t('1 finding in it is gone; “minutes baseline --update” takes it out')
        : l10n.t('{0} findings in it are gone; “minutes baseline --update” takes them out', all);
    listener.note(listener.showPath(`${root}/${knownFindingsFile}`), reason);
  }
  return { reports: fresh, known: hidden };
}

/** Reads the baseline of a folder; null where there is none, or none that can be read. */
export function readBaselineFile(
  root: string,
  files: FileSystem,
  { fail, showPath }: Pick<BaselineListener, 'fail' | 'showPath'>,
): KnownFindings | null {
  const path = `${root}/${knownFindingsFile}`;
  if (files.kindOf(path) === 'absent') return null;
  const read = files.read(path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  const known = 'text' in decoded ? readKnownFindings(decoded.text) : null;
  if (known === null) {
    const reason = 'reason' in decoded ? decoded.reason : l10n.t('is not a baseline of version 1');
    fail(showPath(path), reason);
  }
  return known;
}

function countOfAbsent(root: string, baseline: KnownFindings | null, files: FileSystem): number {
  const absent = [...(baseline?.files ?? [])].filter(
    ([path]) => files.kindOf(`${root}/${path}`) === 'absent',
  );
  return absent.reduce(
    (sum, [, counts]) => sum + [...counts.values()].reduce((all, count) => all + count, 0),
    0,
  );
}
