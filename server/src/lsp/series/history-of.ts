import type { History } from '../../core/meetings/history.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';

/** Returns what is known of minutes besides their text. */
export type HistoryOf = (uri: string, text: string, source: TemplateSource) => Promise<History>;
