import { RequestType } from 'vscode-languageserver-protocol';
import type { PreviewTemplate } from '../core/features/preview/preview-plugin.ts';

/** Asks what a preview of minutes needs to know of them and of their template; null where none claims them. */
export const previewTemplateRequest = new RequestType<
  { readonly uri: string },
  PreviewTemplate | null,
  void
>('minutes/previewTemplate');
