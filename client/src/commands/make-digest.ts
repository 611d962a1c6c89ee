import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { digestRequest } from '../../../server/src/protocol/digest.ts';
import { chooseSeries } from './choose-series.ts';

/** Opens an untitled document with what a group reported, decided and did since a day. */
export async function makeDigest(client: BaseLanguageClient): Promise<void> {
  const series = await chooseSeries(client, l10n.t('Digest of Which Meeting?'));
  if (series === undefined) return;
  const until = isoDay(new Date());
  const since = await window.showInputBox({
    title: l10n.t('Digest Since Which Day?'),
    prompt: l10n.t('The first day, as YYYY-MM-DD'),
    value: firstOfLastMonth(new Date()),
    validateInput: (text) => (isDay(text) ? null : l10n.t('There is no day “{0}”', text)),
  });
  if (since === undefined) return;
  const text = await client.sendRequest(digestRequest, { series: series.id, since, until });
  if (text === null) return;
  const document = await workspace.openTextDocument({ language: 'markdown', content: text });
  await window.showTextDocument(document);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isoDay(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function firstOfLastMonth(day: Date): string {
  return isoDay(new Date(day.getFullYear(), day.getMonth() - 1, 1));
}
