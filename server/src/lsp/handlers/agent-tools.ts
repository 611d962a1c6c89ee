import { rules } from '../../core/checking/registry.ts';
import { rulePage } from '../../core/checking/rule-page.ts';
import { describeInMarkdown, describeTemplate } from '../../core/features/describe-template.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import {
  checkToolRequest,
  describeToolRequest,
  explainToolRequest,
} from '../../protocol/agent-tools.ts';
import { readWithin } from '../documents/file-system.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';
import type { Session } from '../session.ts';

/** Answers the tools of agents, in English: what is found in a document, what its template expects, what a rule is about. */
export function handleAgentTools({ connection, files, folders, snapshots, today }: Session): void {
  const snapshotOf = async (uri: string): Promise<Snapshot | null> => {
    const open = await snapshots.of(uri);
    if (open !== null) return open;
    const folder = folders.of(uri);
    const text = folder === null ? null : await readWithin(files, folder, uri);
    return text === null ? null : snapshots.ofFile(uri, text);
  };

  connection.onRequest(checkToolRequest, async ({ uri }) => {
    const snapshot = await snapshotOf(uri);
    return { text: snapshot === null || isNobodys(snapshot) ? null : findingsOf(snapshot) };
  });
  connection.onRequest(describeToolRequest, async ({ uri }) => {
    const subject = (await snapshotOf(uri))?.subject;
    if (subject?.kind !== 'minutes') return { text: null };
    const { template, roster } = subject.input;
    return { text: describeInMarkdown(describeTemplate(template, roster, today())) };
  });
  connection.onRequest(explainToolRequest, ({ rule }) => {
    const named = rules.find(({ id }) => id === rule);
    return { text: named === undefined ? null : rulePage(named) };
  });
}

function isNobodys({ subject, findings }: Snapshot): boolean {
  return subject === null && findings.length === 0;
}

function findingsOf({ document, findings }: Snapshot): string {
  const lines = createLineIndex(document.text);
  const lineOf = ({ range, severity, rule, message, fixes: [fix] }: Finding): string => {
    const { line, column } = lines.pointAt(range.start);
    const repair = fix === undefined ? '' : ` -> ${fix.safe ? '' : 'not safe: '}${fix.title}`;
    return `${line}:${column} ${severity} ${rule}: ${message}${repair}`;
  };
  return [...findings.map(lineOf), `findings: ${findings.length}`].join('\n');
}
