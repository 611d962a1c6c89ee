import { ownText } from './own-text.ts';

/** Returns the function as one that remembers its answers for the last texts, 10,000 at most. */
export function remember<Answer extends object | boolean | null>(
  answer: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= most) known.clear();
    const own = ownText(text);
    const fresh = answer(own);
    known.set(own, fresh);
    return fresh;
  };
}

const most = 10_000;

/** Returns the function as one that remembers its answer for each object, for as long as the object is kept. */
export function rememberOf<Subject extends object, Answer extends object>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, Answer>();
  return (subject) => {
    const remembered = known.get(subject);
    if (remembered !== undefined) return remembered;
    const fresh = answer(subject);
    known.set(subject, fresh);
    return fresh;
  };
}

/** Returns the function as one that is called once at most. */
export function once<Answer extends object>(answer: () => Answer): () => Answer {
  let known: Answer | null = null;
  return () => (known ??= answer());
}
