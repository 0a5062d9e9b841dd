import { expect, test } from "vitest";
import { createSessionHealth } from "~/trpc/session-health";
import { probeServer } from "./server-probe";

/** A page on a clock of its own, before a server that is there or not. */
function openPage() {
  const health = createSessionHealth();
  let time = 0;
  let isThere = true;
  const due = new Set<{ at: number; run: () => void }>();
  const asked: number[] = [];
  let comebacks = 0;
  probeServer({
    health,
    now: () => time,
    async ask() {
      asked.push(time);
      if (!isThere) throw new TypeError("Failed to fetch");
      return true;
    },
    schedule(delayMs, run) {
      const timer = { at: time + delayMs, run };
      due.add(timer);
      return () => void due.delete(timer);
    },
    onBack() {
      comebacks += 1;
    },
  });
  return {
    health,
    asked,
    comebacks: () => comebacks,
    setServer: (there: boolean) => {
      isThere = there;
    },
    async pass(ms: number) {
      const until = time + ms;
      for (;;) {
        const [next] = [...due].sort((a, b) => a.at - b.at);
        if (!next || next.at > until) break;
        due.delete(next);
        time = next.at;
        next.run();
        await new Promise(setImmediate);
      }
      time = until;
    },
  };
}

test("A single failure before a healthy server says nothing", async () => {
  const page = openPage();
  page.health.suspect();
  await page.pass(1_000);
  expect(page.asked).toHaveLength(1);
  expect(page.health.getSnapshot()).toMatchObject({ health: "signed-in", isSuspect: false });
  expect(page.comebacks()).toBe(0);
});

test("A server that is away is asked again, ever more rarely, and its return is told once", async () => {
  const page = openPage();
  page.setServer(false);
  page.health.suspect();
  await page.pass(500);
  expect(page.health.getSnapshot()).toMatchObject({ health: "server-down", retryAt: 2_500 });
  await page.pass(60_000);
  const gaps = page.asked.slice(1).map((at, index) => at - (page.asked[index] ?? 0));
  expect(gaps).toEqual([2_000, 5_000, 10_000, 20_000]);
  page.setServer(true);
  await page.pass(30_000);
  expect(page.health.getSnapshot()).toMatchObject({ health: "signed-in", retryAt: null });
  expect(page.comebacks()).toBe(1);
});

test("Without a network nobody is asked", async () => {
  const page = openPage();
  page.health.setOnline(false);
  page.health.suspect();
  await page.pass(60_000);
  expect(page.asked).toEqual([]);
  page.health.setOnline(true);
  await page.pass(1_000);
  expect(page.asked).toHaveLength(1);
});
