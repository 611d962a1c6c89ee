import type { CheckedApart, CheckJob } from './check-job.ts';
import type { Git } from './git.ts';

/** What the command line needs of the machine that it runs on. */
export interface Environment {
  readonly version: string;
  /** What identifies this build of the program. */
  readonly build: string;
  /** Returns the time in milliseconds since 1970. */
  now(): number;
  /** Returns where results of a root are kept, below a location or where the user keeps such; null where none are. */
  openCache(location: string | null, root: string): CacheFolder | null;
  /** Today's ISO date where the user is. */
  readonly today: string;
  /** BCP 47 tag of the user's language; null where none is set. */
  readonly locale: string | null;
  /** Returns the messages in the language of a BCP 47 tag, by their English text; null where there are none. */
  translations(locale: string): Readonly<Record<string, string>> | null;
  /** Returns the text of a file that the program brings along for sites. */
  asset(name: string): string;
  readonly output: Stream;
  readonly errors: Stream;
  readonly files: FileSystem;
  readonly git: Git;
  /** Checks documents beside each other; null where that can't be. */
  readonly threads: Threads | null;
  /** Null where nothing can be watched. */
  readonly watch: WatchFolders | null;
  /** Returns the bytes of the standard input, or why they can't be had. */
  readInput(): Promise<ReadResult>;
}

/**
 * Resolves after something that `concerns` changed in one of the folders, and no more does, with the day that it then is.
 * Throws a FileError where a folder can't be watched.
 * Of a folder only what is directly in it counts; `name` is without the folder.
 */
export type WatchFolders = (
  folders: readonly string[],
  concerns: (folder: string, name: string) => boolean,
) => Promise<{ readonly today: string }>;

/** Threads that check documents, each with its own files and templates. */
export interface Threads {
  /** How many run at once without waiting for each other. */
  readonly count: number;
  /** How many documents are worth a thread of their own: each warms up for itself, which takes as long as hundreds of them. */
  readonly documentsEach: number;
  check(job: CheckJob): Promise<readonly CheckedApart[]>;
}

/** Where results of earlier runs are kept; what can't be read is absent, and what can't be written is dropped. */
export interface CacheFolder {
  /** Returns the text of a name; null where there is none. */
  read(name: string): string | null;
  write(name: string, text: string): void;
}

/** Where text is written to. */
export interface Stream {
  readonly isTerminal: boolean;
  readonly hasColors: boolean;
  write(text: string): void;
}

/** Files and folders; paths are absolute, or relative to the working directory. */
export interface FileSystem {
  /** Returns the absolute path, with `/` between its parts. */
  absolute(path: string): string;
  /** Returns the absolute path after resolving all links, or null where there is nothing. */
  resolved(path: string): string | null;
  /** Returns what is at a path, or where a link there leads to. */
  kindOf(path: string): FileKind;
  /**
   * Returns what a folder holds, sorted by name.
   * @throws FileError where the folder can't be read.
   */
  list(folder: string): readonly FolderEntry[];
  read(path: string): ReadResult;
  /** Returns what changes whenever a file does; null where there is no file. */
  stampOf(path: string): FileStamp | null;
  /**
   * Replaces a file's content at once, keeping its mode, or the content of the file that a link leads to.
   * Returns what of the file could not be kept.
   * @throws FileError where the file no longer holds `expected`, leads out of the folder `within`,
   * or can't be written; it is left alone.
   */
  replace(path: string, replacement: Replacement): readonly string[];
  /**
   * Removes from a folder what runs that were killed have left there.
   * @throws FileError where the folder can't be read or written.
   */
  removeStale(folder: string): void;
  /**
   * Makes a file, and the folders that it needs, at once.
   * @throws FileError where something is there already, where the way leads out of the folder `within`,
   * or where it can't be written.
   */
  create(path: string, creation: Creation): void;
  /**
   * Makes a folder, and those that it is in, where they aren't there.
   * @throws FileError where it can't be made.
   */
  makeFolder(path: string): void;
  /**
   * Removes a file.
   * @throws FileError where the file no longer holds `expected`, where the way leads out of the folder `within`, or where it can't be removed.
   */
  remove(path: string, removal: Removal): void;
  /**
   * Writes a file at once, whether it is there or not; a device or a pipe takes the bytes as they are.
   * @throws FileError where it can't be written.
   */
  write(path: string, bytes: Uint8Array): void;
}

/** Size, times and identity of a file. */
export interface FileStamp {
  readonly text: string;
  /** When it last changed, in milliseconds since 1970. */
  readonly changed: number;
}

export type FileKind = 'file' | 'folder' | 'other' | 'absent';

export interface FolderEntry {
  readonly name: string;
  readonly isLink: boolean;
  /** Of a link: what it leads to. */
  readonly kind: FileKind;
}

export type ReadResult = { readonly bytes: Uint8Array } | { readonly reason: string };

export interface Replacement {
  readonly expected: Uint8Array;
  readonly bytes: Uint8Array;
  readonly within: string;
}

export type Creation = Omit<Replacement, 'expected'>;

export type Removal = Omit<Replacement, 'bytes'>;

/** A file or folder that can't be used; the message follows its path and a colon. */
export class FileError extends Error {}

/** A command line that can't be understood. */
export class UsageError extends Error {}
