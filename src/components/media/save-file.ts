/**
 * Has the browser save what a URL answers with. Not by a navigation: pages hear `beforeunload` of one,
 * and Clerk then stops what it was loading.
 */
export function saveFile(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}
