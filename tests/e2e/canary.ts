import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type BrowserContext, expect, type Page } from "@playwright/test";

/** A JSON Web Token, whole or without its signature. */
export const TOKEN = /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}(\.[\w-]*)?/;

/**
 * Clerk's own: what its development instances hand from one host to the other. A live instance uses
 * cookies for it.
 */
const HANDSHAKE = /[?&]__clerk_handshake=/;

/**
 * Clerk's own too: a page that is opened with a token of more than a minute ago is sent to Clerk for a
 * new one, and tells it the old one. Nobody can use that any more.
 */
function asksForNewToken(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  const [, claims = ""] = searchParams.get("__session")?.split(".") ?? [];
  if (!pathname.endsWith("/v1/client/handshake") || claims === "") return false;
  const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { exp: number };
  return exp * 1000 <= Date.now();
}

/** @returns the addresses that carried a token, as they are asked for from now on. */
export function watchAddresses(context: BrowserContext): string[] {
  const found: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (TOKEN.test(url) && !HANDSHAKE.test(url) && !asksForNewToken(url)) found.push(url);
  });
  return found;
}

/** Fails on a token in what any open page keeps or shows, or in anything that has been logged. */
export async function expectNoTokens(context: BrowserContext, logFolder: string): Promise<void> {
  for (const page of context.pages()) {
    if (!page.url().startsWith("http")) continue;
    const held = { html: await page.content(), ...(await readStores(page)) };
    for (const [place, text] of Object.entries(held)) {
      expect(TOKEN.exec(text)?.[0], `a token in ${place} of ${page.url()}`).toBeUndefined();
    }
  }
  for (const name of readdirSync(logFolder)) {
    const text = readFileSync(path.join(logFolder, name), "utf8");
    expect(TOKEN.exec(text)?.[0], `a token in ${name}`).toBeUndefined();
  }
}

function readStores(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name = "" }) => name);
    const rows = await Promise.all(databases.map(readDatabase));
    return {
      localStorage: JSON.stringify(localStorage),
      sessionStorage: JSON.stringify(sessionStorage),
      indexedDB: JSON.stringify(rows),
      "window.name": window.name,
    };

    async function readDatabase(name: string): Promise<unknown[]> {
      const database = await settled(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const all = await Promise.all(
        stores.map((store) => settled(database.transaction(store).objectStore(store).getAll())),
      );
      database.close();
      return all;
    }

    function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
  });
}
