import { window, type TextDocument } from 'vscode';
import type { TemplateStatusView } from './template-status.ts';

/**
 * Returns what finds the minutes that views are about: those in the active editor, else the last ones that were,
 * while a preview, a template, settings or an output has the focus; undefined where there are none.
 */
export function createLastMinutes({
  isClaimed,
  concernsMinutes,
}: Pick<TemplateStatusView, 'isClaimed' | 'concernsMinutes'>): () => TextDocument | undefined {
  let last: TextDocument | undefined;
  return () => {
    const active = window.activeTextEditor?.document;
    if (active !== undefined && concernsMinutes(active)) last = active;
    return last === undefined || last.isClosed || !isClaimed(last) ? undefined : last;
  };
}
