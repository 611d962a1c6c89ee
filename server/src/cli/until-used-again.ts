/** A cache of what is needed twice: once for a file itself, and once for those around it. */
export interface CacheUntilUsedAgain<Value> {
  /** Returns the value of a key, which is then forgotten, else a new one, which is cached. */
  readonly get: (key: string, make: () => Value) => Value;
}

/** Returns an empty cache that keeps the last values, as long as their sizes add up to little. */
export function createCacheUntilUsedAgain<Value>(
  sizeOf: (value: Value) => number,
): CacheUntilUsedAgain<Value> {
  const values = new Map<string, Value>();
  let size = 0;
  const forget = (key: string, value: Value): void => {
    values.delete(key);
    size -= sizeOf(value);
  };
  return {
    get(key, make) {
      const cached = values.get(key);
      if (cached !== undefined) {
        forget(key, cached);
        return cached;
      }
      const fresh = make();
      if (sizeOf(fresh) > mostSize) return fresh;
      values.set(key, fresh);
      size += sizeOf(fresh);
      for (const [oldest, value] of values) {
        if (size <= mostSize && values.size <= mostValues) break;
        forget(oldest, value);
      }
      return fresh;
    },
  };
}

/** Minutes are around the forty minutes after them, and the twenty before. */
const mostValues = 100;
const mostSize = 2_000_000;
