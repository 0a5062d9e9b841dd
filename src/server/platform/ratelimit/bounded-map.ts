/** A map that forgets its oldest entry beyond `maxEntries`, so that strangers cannot fill the memory. */
export function createBoundedMap<Value>(maxEntries: number) {
  const entries = new Map<string, Value>();
  return {
    get: (key: string): Value | undefined => entries.get(key),
    set(key: string, value: Value): void {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.size > maxEntries ? entries.keys().next() : undefined;
      if (oldest && !oldest.done) entries.delete(oldest.value);
    },
    delete: (key: string): boolean => entries.delete(key),
  };
}
