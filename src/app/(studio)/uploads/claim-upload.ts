/**
 * Holds an upload for this tab, by the browser's Web Locks: they end with the tab, however it ends.
 * @returns once no other tab holds it; the function lets go.
 */
export function claimUpload(id: string): Promise<() => void> {
  if (!navigator.locks) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`t2m-upload-${id}`, () => new Promise<void>((letGo) => resolve(() => letGo())))
      .catch(reject);
  });
}
