import type { TemplateSource } from '../../core/claims/choose-template.ts';

/** Time for which a template that is being typed stays as it could last be read, in milliseconds. */
const patience = 5000;

/** Keeps templates as they could last be read, while they are being typed. */
export interface KeptTemplates {
  /** Returns a template, or how it was before it could not be read; null where it isn't one, and wasn't before. */
  whileTyped(uri: string, source: TemplateSource | null, isOpen: boolean): TemplateSource | null;
}

/** Returns what keeps templates; it calls back when one has not been readable for some seconds. */
export function createKeptTemplates(onOver: () => void): KeptTemplates {
  const readable = new Map<string, TemplateSource>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const over = new Set<string>();

  const forget = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    over.delete(uri);
  };
  return {
    whileTyped(uri, source, isOpen) {
      if (source !== null && isReadable(source)) {
        forget(uri);
        readable.set(uri, source);
        return source;
      }
      const before = readable.get(uri);
      if (before === undefined || !isOpen || over.has(uri)) return source;
      if (!waiting.has(uri)) {
        const timer = setTimeout(() => {
          waiting.delete(uri);
          over.add(uri);
          onOver();
        }, patience);
        waiting.set(uri, timer);
      }
      return before;
    },
  };
}

/** A comment without its end hides all that follows it. */
function isReadable({ template: { text, problems } }: TemplateSource): boolean {
  const isUnended = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
  return !isUnended && problems.length === 0;
}
