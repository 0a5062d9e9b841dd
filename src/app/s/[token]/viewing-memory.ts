/**
 * What `shares.open` gave for the viewing in this tab: a reload goes on with it, another tab is another
 * viewing.
 */
export function createViewingMemory(storage: Pick<Storage, "getItem" | "setItem">, token: string) {
  const key = `t2m-viewing:${token.slice(-8)}`;
  return {
    read(): string | null {
      try {
        return storage.getItem(key);
      } catch {
        return null;
      }
    },
    write(viewing: string): void {
      try {
        storage.setItem(key, viewing);
      } catch {
        // Full or forbidden: then a reload counts once more.
      }
    },
  };
}
