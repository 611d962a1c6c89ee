import { NotificationType } from 'vscode-languageserver-protocol';
import type { ClaimReason } from '../core/claims/choose-template.ts';

/** A template by its name, with the URI under which it opens. */
export interface TemplateLink {
  readonly name: string;
  readonly uri: string;
}

/** What templates say about one open document. */
export type TemplateStatus =
  | {
      readonly state: 'checked';
      readonly template: TemplateLink;
      readonly reason: ClaimReason;
      /** The minutes say that their meeting was not held. */
      readonly cancelled?: true;
    }
  /** `choosable` says whether the workspace has templates that could be chosen, `excludedBy` which glob of `.minutes/config.yml` excludes the document. */
  | { readonly state: 'unclaimed'; readonly choosable: boolean; readonly excludedBy?: string }
  /** `usedBy` counts the minutes that it claims. */
  | { readonly state: 'template'; readonly usedBy: number }
  | {
      readonly state: 'no-era';
      readonly templates: readonly TemplateLink[];
      /** The minutes' date, ISO; null where they have none. */
      readonly date: string | null;
    }
  | {
      readonly state: 'ambiguous' | 'invalid-template';
      readonly templates: readonly TemplateLink[];
    }
  | { readonly state: 'missing-template'; readonly name: string }
  | { readonly state: 'too-large' };

/** Sends the client the status of an open document, when it is opened and whenever it changes. */
export const statusNotification = new NotificationType<{
  readonly uri: string;
  readonly status: TemplateStatus;
}>('minutes/status');
