/** A Markdown file to look at. */
export interface FoundDocument {
  /** The path as the user sees it: what was given, and what was found below it. */
  readonly path: string;
  /** The absolute path; null for a text that has no place. */
  readonly location: string | null;
  /** The folder that was given, or the one that holds the file that was given. */
  readonly within: string;
  /** Whether the user gave the file itself, a folder above it, or its text. */
  readonly origin: 'named' | 'found' | 'standard-input';
}
