import type { TemplateUsage } from '../../core/meetings/evidence.ts';
import type { History } from '../../core/meetings/history.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';

/** What the workspace knows of documents besides their text. */
export interface Known {
  readonly historyOf: HistoryOf;
  /** Returns what the last minutes of a template do. */
  readonly usageOf: (source: TemplateSource) => Promise<TemplateUsage>;
}

/** Returns what is known of minutes besides their text. */
export type HistoryOf = (uri: string, text: string, source: TemplateSource) => Promise<History>;
