import { expect, test } from "vitest";
import { SESSION_LIMITS } from "~/server/accounts/schema";
import { createBusyWork } from "./busy-work";
import { type ActivityStamp, createIdleGuard, type IdlePhase } from "./idle-guard";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A browser on a clock of its own: tabs share one stamp, as they do through localStorage. */
function openBrowser() {
  let time = Date.UTC(2026, 10, 24, 9);
  let stamp: ActivityStamp | null = null;
  const due = new Map<symbol, { at: number; run: () => void }>();
  const listeners = new Map<symbol, () => void>();
  const work = createBusyWork({ now: () => time });
  const reports: number[] = [];
  let isServerThere = true;

  function openTab() {
    const me = Symbol();
    const phases: IdlePhase["name"][] = [];
    let endsAt = 0;
    const guard = createIdleGuard({
      limits: SESSION_LIMITS,
      now: () => time,
      schedule(delayMs, run) {
        const id = Symbol();
        due.set(id, { at: time + delayMs, run });
        return () => void due.delete(id);
      },
      shared: {
        read: () => stamp,
        write(next) {
          const isNew = next.activeAt !== stamp?.activeAt;
          stamp = next;
          if (isNew) for (const [id, hear] of listeners) if (id !== me) hear();
        },
        subscribe(hear) {
          listeners.set(me, hear);
          return () => void listeners.delete(me);
        },
      },
      isBusy: work.isBusy,
      onPhase(phase) {
        phases.push(phase.name);
        if (phase.name === "warning") endsAt = phase.endsAt;
      },
      async report() {
        reports.push(time);
        return isServerThere;
      },
    });
    return {
      guard,
      phases,
      phase: () => phases.at(-1) ?? "active",
      secondsLeft: () => (endsAt - time) / SECOND,
    };
  }

  return {
    openTab,
    work,
    reports,
    loseServer: (isLost: boolean) => {
      isServerThere = !isLost;
    },
    /** Time as an awake machine has it: whatever is due runs when it is due. */
    async pass(ms: number) {
      const until = time + ms;
      for (;;) {
        const [next] = [...due].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > until) break;
        due.delete(next[0]);
        time = Math.max(time, next[1].at);
        next[1].run();
        await Promise.resolve();
      }
      time = until;
    },
    /** Time as a closed laptop has it: nothing runs until it wakes. */
    sleep(ms: number) {
      time += ms;
    },
  };
}

test("Two tabs, half an hour and a minute, activity only in the second: both stay signed in", async () => {
  const browser = openBrowser();
  const [first, second] = [browser.openTab(), browser.openTab()];
  for (let minute = 0; minute < 31; minute += 1) {
    await browser.pass(MINUTE);
    second.guard.touch();
  }
  expect([first.phases, second.phases]).toEqual([[], []]);
});

test("Nobody in either tab: both ask a minute before, and both end together", async () => {
  const browser = openBrowser();
  const tabs = [browser.openTab(), browser.openTab()];
  await browser.pass(29 * MINUTE - 1);
  expect(tabs.map((tab) => tab.phase())).toEqual(["active", "active"]);
  await browser.pass(1);
  expect(tabs.map((tab) => tab.phase())).toEqual(["warning", "warning"]);
  expect(tabs[0]?.secondsLeft()).toBe(60);
  await browser.pass(MINUTE);
  expect(tabs.map((tab) => tab.phase())).toEqual(["expired", "expired"]);
});

test("“Stay signed in” in one tab answers for the others too, and half an hour begins anew", async () => {
  const browser = openBrowser();
  const [first, second] = [browser.openTab(), browser.openTab()];
  await browser.pass(29.5 * MINUTE);
  second.guard.stay();
  expect([first.phase(), second.phase()]).toEqual(["active", "active"]);
  await browser.pass(29 * MINUTE);
  expect(first.phase()).toBe("warning");
});

test("A brush of the mouse does not answer the question", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  await browser.pass(29.5 * MINUTE);
  tab.guard.touch();
  expect(tab.phase()).toBe("warning");
  await browser.pass(MINUTE / 2);
  expect(tab.phase()).toBe("expired");
});

test("A laptop that slept through the half hour is signed out the moment it wakes", () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  browser.sleep(8 * 60 * MINUTE);
  tab.guard.check();
  expect(tab.phases).toEqual(["expired"]);
});

test("The first touch after a long sleep does not count, nor does “Stay signed in” come too late", () => {
  for (const act of ["touch", "stay"] as const) {
    const browser = openBrowser();
    const tab = browser.openTab();
    browser.sleep(31 * MINUTE);
    tab.guard[act]();
    expect(tab.phases).toEqual(["expired"]);
    expect(browser.reports).toHaveLength(1);
  }
});

test("A laptop that wakes in the last minute asks with what is left of it", () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  browser.sleep(29 * MINUTE + 40 * SECOND);
  tab.guard.touch();
  expect(tab.phase()).toBe("warning");
  expect(tab.secondsLeft()).toBe(20);
});

test("A page opened beside one that was left alone counts from the same moment", async () => {
  const browser = openBrowser();
  browser.openTab();
  await browser.pass(29.5 * MINUTE);
  expect(browser.openTab().phase()).toBe("warning");
});

test("A 40-minute upload: not signed out, and half an hour begins at its end", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  const finish = browser.work.begin("upload");
  await browser.pass(40 * MINUTE);
  finish();
  expect(tab.phases).toEqual([]);
  await browser.pass(28 * MINUTE);
  expect(tab.phases).toEqual([]);
  await browser.pass(2 * MINUTE);
  expect(tab.phases).toEqual(["warning", "expired"]);
});

test("An upload does not keep a sleeping laptop signed in", () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  browser.work.begin("upload");
  browser.sleep(40 * MINUTE);
  tab.guard.check();
  expect(tab.phase()).toBe("expired");
});

test("A film that plays on and on stands for a person for four hours", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  browser.work.begin("video");
  await browser.pass(4 * 60 * MINUTE + 28 * MINUTE);
  expect(tab.phases).toEqual([]);
  await browser.pass(2 * MINUTE);
  expect(tab.phase()).toBe("expired");
});

test("The server hears of a busy person once a minute, of an idle one not at all", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  for (let second = 0; second < 300; second += 1) {
    await browser.pass(SECOND);
    tab.guard.touch();
  }
  expect(browser.reports.length).toBeGreaterThanOrEqual(5);
  expect(browser.reports.length).toBeLessThanOrEqual(6);
  await browser.pass(MINUTE);
  const before = browser.reports.length;
  await browser.pass(20 * MINUTE);
  expect(browser.reports.length).toBe(before);
});

test("The last sign of a person reaches the server within a minute", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  await browser.pass(65 * SECOND);
  tab.guard.touch();
  await browser.pass(10 * SECOND);
  tab.guard.touch();
  const before = browser.reports.length;
  await browser.pass(MINUTE);
  expect(browser.reports).toHaveLength(before + 1);
});

test("A server that could not be told is told again", async () => {
  const browser = openBrowser();
  const tab = browser.openTab();
  browser.loseServer(true);
  await browser.pass(2 * MINUTE);
  tab.guard.touch();
  await browser.pass(MINUTE);
  const failed = browser.reports.length;
  expect(failed).toBeGreaterThan(1);
  browser.loseServer(false);
  await browser.pass(MINUTE);
  const told = browser.reports.length;
  expect(told).toBe(failed + 1);
  await browser.pass(10 * MINUTE);
  expect(browser.reports).toHaveLength(told);
});
