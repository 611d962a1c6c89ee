import { RequestType } from 'vscode-languageserver-protocol';
import type { MinutesMail } from '../core/publishing/mail.ts';

/** Asks for minutes as a mail; null for a document that no template claims. */
export const mailRequest = new RequestType<
  { readonly uri: string; readonly parts: 'all' | 'record' },
  MinutesMail | null,
  void
>('minutes/mail');

/** What the panel of a mail shows. */
export interface ShownMail extends Pick<MinutesMail, 'subject' | 'html' | 'text' | 'page'> {
  readonly uri: string;
  readonly parts: 'all' | 'record';
  readonly words: {
    readonly copy: string;
    readonly copied: string;
    readonly failed: string;
    readonly record: string;
  };
}

/** What the panel sends the extension. */
export type MailMessage =
  { readonly kind: 'ready' } | { readonly kind: 'parts'; readonly parts: 'all' | 'record' };
