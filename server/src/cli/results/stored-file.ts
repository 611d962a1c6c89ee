import type { Finding } from '../../core/rules/finding.ts';
import { isRecord } from '../../core/text/is-record.ts';
import { contentHash } from './content-hash.ts';

/** What is kept of a file: what it was, and what was made of it. */
export interface StoredFile {
  /** Size, times and the like by which an unchanged file is recognized without being read; empty where that is not safe. */
  readonly stamp: string;
  /** Of the content. */
  readonly hash: string;
  readonly claim: StoredClaim | null;
  readonly result: StoredResult | null;
}

/** Which template claims a file, by all that decides it. */
export interface StoredClaim {
  readonly key: string;
  readonly summary: ClaimSummary | null;
}

/** What of minutes decides for which others they are neighbors. */
export interface ClaimSummary {
  /** Id of the template. */
  readonly source: string;
  /** ISO date; null where the minutes have none. */
  readonly date: string | null;
  /** The meeting's number; null where the minutes have none. */
  readonly number: number | null;
  readonly cancelled: boolean;
}

/** What was found in a file, by all that it depends on besides the files that links lead to. */
export interface StoredResult {
  readonly key: string;
  /** Relative paths of links, and whether they led to nothing. */
  readonly absent: Readonly<Record<string, boolean>>;
  readonly cancelled: boolean;
  readonly findings: readonly Finding[];
}

/** Returns the text that holds files, by path, with a checksum before it. */
export function writeStoredFiles(files: ReadonlyMap<string, StoredFile>): string {
  const text = JSON.stringify([...files]);
  return `${contentHash(text)}\n${text}`;
}

/** Returns the files that a text holds; none where it is damaged. */
export function readStoredFiles(content: string | null): Map<string, StoredFile> {
  if (content === null) return new Map();
  const end = Math.max(0, content.indexOf('\n'));
  const text = content.slice(end + 1);
  if (content.slice(0, end) !== contentHash(text)) return new Map();
  const entries: unknown = JSON.parse(text);
  return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
}

/** The checksum says that the program wrote the text; the version in the name of the file, which program. */
function isEntry(value: unknown): value is [string, StoredFile] {
  return Array.isArray(value) && typeof value[0] === 'string' && isRecord(value[1]);
}
