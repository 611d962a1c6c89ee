import type { DocumentReport } from './document-report.ts';
import type { FoundDocument } from './found-document.ts';
import type { StoredFile } from './results/stored-file.ts';
import type { RunOptions } from './run-options.ts';

/** Documents that are to be checked in a thread; all of it can be sent there. */
export interface CheckJob {
  readonly documents: readonly FoundDocument[];
  readonly options: RunOptions;
  /** The language of the messages. */
  readonly locale: string | null;
  /** Whether what is found is to be kept for later runs. */
  readonly isKept: boolean;
}

/** What a thread sends back about a document. */
export interface CheckedApart {
  /** Its text only where there are findings in it. */
  readonly report: Omit<DocumentReport, 'template'>;
  /** The id of the template that it was checked against. */
  readonly templateId: string | null;
  readonly notices: readonly Notice[];
  /** What is to be kept of it; null where nothing is. */
  readonly part: StoredFile | null;
}

/** What is written besides the report. */
export interface Notice {
  readonly kind: 'fail' | 'note';
  readonly path: string;
  readonly reason: string;
}
