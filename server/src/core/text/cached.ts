import { detachedCopy } from './detached-copy.ts';

/** Returns the function with a cache of its answers by text, which is emptied when it has so many. */
export function cachedByText<Answer extends object | boolean | null>(
  answer: (text: string) => Answer,
  most = 10_000,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const cached = answers.get(text);
    if (cached !== undefined) return cached;
    if (answers.size >= most) answers.clear();
    const own = detachedCopy(text);
    const fresh = answer(own);
    answers.set(own, fresh);
    return fresh;
  };
}

/** Returns the function with a cache of its answers by object, each for as long as the object exists. */
export function cachedByObject<Subject extends object, Answer extends object>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, Answer>();
  return (subject) => {
    const cached = answers.get(subject);
    if (cached !== undefined) return cached;
    const fresh = answer(subject);
    answers.set(subject, fresh);
    return fresh;
  };
}

/** Returns the function as one that is called once at most. */
export function once<Answer extends object>(answer: () => Answer): () => Answer {
  let first: Answer | null = null;
  return () => (first ??= answer());
}
