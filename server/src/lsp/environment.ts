import type { Translations } from '../protocol/translations.ts';
import type { FileSystem } from './documents/file-system.ts';

/** What the server is given by the platform it runs on. */
export interface Environment {
  /** Returns the files of the platform, and those of the client where the platform has none. */
  createFileSystem(client: FileSystem): FileSystem;
  /** Returns the current date in the local time zone, ISO. */
  today(): string;
  /** Returns the messages in the language of a BCP 47 tag, by their English text; null where there are none. */
  translations(locale: string): Translations | null;
  /** Resolves when the messages that have already arrived are read. */
  messagesRead(): Promise<void>;
}
