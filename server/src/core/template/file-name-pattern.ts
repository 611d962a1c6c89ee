import { createPattern, matchPattern, type Capture, type TextPattern } from './text-pattern.ts';
import type { PlaceholderContext } from './placeholder.ts';

/** A pattern of file names, with the folders that it says something about. */
export interface FileNamePattern extends TextPattern {
  /** How many names of a path, from its end, it is compared with. */
  readonly depth: number;
}

/** Returns the pattern that a template writes for the names of files; `/` separates folders. */
export function createFileNamePattern(
  source: string,
  context: PlaceholderContext,
): FileNamePattern {
  return { ...createPattern(source, context), depth: source.split('/').length };
}

/** A path that a pattern fits. */
export interface MatchedPath {
  readonly pattern: FileNamePattern;
  /** The end of the path that was compared. */
  readonly text: string;
  readonly captures: readonly Capture[];
}

/** Returns the first pattern that fits the end of a path, whatever its case; null where none does. */
export function matchPath(patterns: readonly FileNamePattern[], path: string): MatchedPath | null {
  for (const pattern of patterns) {
    const text = path.split('/').slice(-pattern.depth).join('/');
    const captures = matchPattern(pattern, text);
    if (captures !== null) return { pattern, text, captures };
  }
  return null;
}
