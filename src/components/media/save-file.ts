/**
 * Has the browser save what a URL answers with. Not by a navigation: pages hear `beforeunload` of one,
 * and Clerk then stops what it was loading.
 * @param name - for what has none of its own, e.g. a blob.
 */
export function saveFile(url: string, name = ""): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
