/** Events in the order in which they came. */
export interface EventLog<Item> {
  readonly add: (item: Item) => void;
  /** Resolves with the first item that fits among those that were not taken, also before this call. */
  take(fits: (item: Item) => boolean): Promise<Item>;
}

/** Returns a log without any event. */
export function createEventLog<Item>(): EventLog<Item> {
  const items: Item[] = [];
  const waiting = new Set<() => void>();
  return {
    add(item) {
      items.push(item);
      for (const look of waiting) look();
    },
    take: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const index = items.findIndex(fits);
          const [item] = index < 0 ? [] : items.splice(0, index + 1).slice(-1);
          if (item === undefined) return;
          waiting.delete(look);
          resolve(item);
        };
        waiting.add(look);
        look();
      }),
  };
}
