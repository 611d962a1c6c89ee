import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { MigrationTarget } from '../core/scaffolding/migrate-minutes.ts';

/** What is asked of a template that changed. */
export interface MigrationParams {
  /** The document or folder that the user is at; null for the workspace. */
  readonly uri: string | null;
  /** The template’s URI, where several hold; null to learn which ones do. */
  readonly template: string | null;
  /** The template as it was; null for its committed version. */
  readonly before: string | null;
  /** Null to learn what changed. */
  readonly to: MigrationTarget | null;
}

/** What a template changed, and the edit that was asked for. */
export interface MigrationAnswer {
  /** The templates that hold; the only one is taken. */
  readonly templates: readonly { readonly uri: string; readonly name: string }[];
  /** Null where no earlier version of the template is known. */
  readonly migration: Migration | null;
}

/** How a template changed, and which minutes that concerns. */
export interface Migration {
  readonly template: string;
  /** The changes, each in one line. */
  readonly changes: readonly string[];
  /** How many drafts and how many minutes in all no longer fit. */
  readonly drafts: number;
  readonly all: number;
  /** Whether sections have new names. */
  readonly renames: boolean;
  /** ISO date of the last meeting before today, on which an era would end. */
  readonly lastDay: string;
  /** Null where nothing was asked for, or nothing changes. */
  readonly edit: WorkspaceEdit | null;
}

/** Asks how a template changed, and for the edit that writes the change, for the client to preview. */
export const migrateRequest = new RequestType<MigrationParams, MigrationAnswer, void>(
  'minutes/migrate',
);
