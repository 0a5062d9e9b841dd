import { afterEach, expect, type MockInstance, test, vi } from "vitest";
import type { JobUpdate } from "~/server/jobs/schema";
import { joinLiveChannel } from "./live-channel";
import type { Connection } from "./live-store";

type On = Parameters<Parameters<typeof joinLiveChannel>[0]["openStream"]>[0];

/** Tabs of one browser: Node's own Web Locks and BroadcastChannel are the real ones. */
function openBrowser(viewerId: string = crypto.randomUUID()) {
  const streams: { tab: string; on: On }[] = [];
  return {
    streams,
    openTab(tab: string) {
      const heard: string[] = [];
      const connections: Connection[] = [];
      const close = joinLiveChannel({
        viewerId,
        openStream(on) {
          const stream = { tab, on };
          streams.push(stream);
          return () => void streams.splice(streams.indexOf(stream), 1);
        },
        onUpdate: ({ id, progress }) => void heard.push(`${id} ${progress}`),
        onConnection: (connection) => void connections.push(connection),
      });
      leaving.push(close);
      return { heard, connections, close };
    },
  };
}

const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
  vi.restoreAllMocks();
});

const update = (progress: number) => ({ id: "job", progress, frame: null }) as unknown as JobUpdate;

test("six tabs open one stream and all hear it", async () => {
  const browser = openBrowser();
  const tabs = ["a", "b", "c", "d", "e", "f"].map(browser.openTab);
  await expect.poll(() => browser.streams.length).toBe(1);
  browser.streams[0]?.on.connection("live");
  browser.streams[0]?.on.update(update(10));
  for (const tab of tabs) {
    // Told twice when a greeting crosses the news; that is the same state twice.
    await expect.poll(() => [...new Set(tab.heard)]).toEqual(["job 10"]);
    expect([...new Set(tab.connections)]).toEqual(["live"]);
  }
});

test("when the tab with the stream closes, another one opens it", async () => {
  const browser = openBrowser();
  const first = browser.openTab("a");
  await expect.poll(() => browser.streams.length).toBe(1);
  const second = browser.openTab("b");
  first.close();
  await expect.poll(() => browser.streams.map(({ tab }) => tab)).toEqual(["b"]);
  browser.streams[0]?.on.update(update(70));
  expect(second.heard).toEqual(["job 70"]);
  expect(first.heard).toEqual([]);
});

test("a tab that comes late is told what is known, also by a tab that took over", async () => {
  const browser = openBrowser();
  const first = browser.openTab("a");
  await expect.poll(() => browser.streams.length).toBe(1);
  const second = browser.openTab("b");
  browser.streams[0]?.on.update(update(30));
  await expect.poll(() => second.heard).toEqual(["job 30"]);
  first.close();
  await expect.poll(() => browser.streams.map(({ tab }) => tab)).toEqual(["b"]);
  browser.streams[0]?.on.connection("live");
  const late = browser.openTab("c");
  await expect.poll(() => late.heard).toEqual(["job 30"]);
  expect(late.connections).toEqual(["live"]);
});

test("another account in the same browser has a stream of its own", async () => {
  const [mine, yours] = [openBrowser(), openBrowser()];
  mine.openTab("a");
  yours.openTab("b");
  await expect.poll(() => mine.streams.length + yours.streams.length).toBe(2);
});

test("a tab that is given the lock when it has just left opens no stream and keeps no lock", async () => {
  const locks = navigator.locks;
  const request = locks.request.bind(locks) as (name: string, lead: () => unknown) => Promise<void>;
  // The browser grants it before it hears of the leaving: this tab's signal does not reach it.
  const asked = vi.spyOn(locks, "request") as unknown as MockInstance;
  asked.mockImplementationOnce((name, _options, lead) => request(name, lead));
  const browser = openBrowser();
  browser.openTab("a").close();
  browser.openTab("b");
  await expect.poll(() => browser.streams.map(({ tab }) => tab)).toEqual(["b"]);
});
