import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createLimiter, type Limiter } from "~/server/platform/ratelimit";
import { startUpstash } from "../../../local/upstash/server";
import { toAddressKey } from "./address-key";
import { type Allowance, enforceLimit, LIMITS, type LimitContext } from "./limits";

const now = () => new Date();
let limiter: Limiter;
let stop: () => Promise<void>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 12, 30) });
  const upstash = await startUpstash({ port: 0, token: "secret" });
  stop = upstash.stop;
  limiter = createLimiter({ url: upstash.url, token: "secret", now });
});
afterAll(async () => {
  vi.useRealTimers();
  await stop();
});

const asViewer = (id: string, clientAddress = "192.0.2.1"): LimitContext => ({
  limiter,
  viewer: { id },
  clientAddress,
  now,
});
const asStranger = (clientAddress: string): LimitContext => ({
  limiter,
  viewer: null,
  clientAddress,
  now,
});

describe("a limit", () => {
  it("stops the 101st video of an hour with a sentence, a time and the numbers", async () => {
    const told: Allowance[] = [];
    const ctx = { ...asViewer("busy"), reportAllowance: (one: Allowance) => void told.push(one) };
    await enforceLimit(ctx, "videos.generate", { cost: 99 });
    expect(await enforceLimit(ctx, "videos.generate")).toMatchObject({ limit: 100, remaining: 0 });
    const refusal = enforceLimit(ctx, "videos.generate");
    await expect(refusal).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS", status: 429 });
    const error = await refusal.catch((caught: unknown) => caught);
    // All 100 calls are of this hour: the first place is free when the next one begins.
    expect(error).toHaveProperty(
      "message",
      "You can start 100 videos an hour. The next is free in 30 minutes.",
    );
    expect(error).toHaveProperty("retryAfterSeconds", 1801);
    expect(told.at(-1)).toMatchObject({ remaining: 0, resetAt: Date.now() / 1000 + 1801 });
  });

  it("belongs to one viewer, from wherever they ask, and leaves other rows alone", async () => {
    await enforceLimit(asViewer("roaming", "192.0.2.1"), "write", { cost: 100 });
    await expect(enforceLimit(asViewer("roaming", "192.0.2.2"), "write")).rejects.toMatchObject({
      message: expect.stringMatching(/^You can make 100 changes an hour\./),
    });
    await enforceLimit(asViewer("neighbour", "192.0.2.1"), "write");
    await enforceLimit(asViewer("roaming"), "read");
  });

  it("bounds many accounts at one address together, and tells which rule it was", async () => {
    const address = "203.0.113.9";
    for (let count = 0; count < 5; count += 1) {
      await enforceLimit(asViewer(`crowd ${count}`, address), "read", { cost: 590 });
    }
    await enforceLimit(asViewer("crowd 5", address), "sign", { cost: 50 });
    const told: Allowance[] = [];
    const late = asViewer("crowd 6", address);
    const telling = { ...late, reportAllowance: (it: Allowance) => void told.push(it) };
    await expect(enforceLimit(telling, "read")).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringMatching(
        /^All who share your address can make 3,000 requests a minute\./,
      ),
      retryAfterSeconds: expect.any(Number),
    });
    expect(told).toMatchObject([{ ok: false, limit: 3000, remaining: 0 }]);
    await enforceLimit(asViewer("crowd 6", "203.0.113.10"), "read");
  });

  it("names the account's own rule when both are used up, and reports the own numbers", async () => {
    const told: Allowance[] = [];
    const ctx = asViewer("alone", "203.0.113.11");
    const telling = { ...ctx, reportAllowance: (it: Allowance) => void told.push(it) };
    await enforceLimit(telling, "read", { cost: 600 });
    expect(told).toMatchObject([{ ok: true, limit: 600, remaining: 0 }]);
    await enforceLimit(asViewer("other", "203.0.113.11"), "sign", { cost: 600 });
    await expect(enforceLimit(telling, "read")).rejects.toThrow(
      "You can make 600 requests a minute.",
    );
  });

  it("counts strangers by address, so that a new suffix of one IPv6 network wins nothing", async () => {
    await enforceLimit(asStranger("2001:db8:1:2::1"), "anonymous", { cost: 60 });
    await expect(enforceLimit(asStranger("2001:db8:1:2:ffff::9"), "anonymous")).rejects.toThrow(
      "Without signing in",
    );
    await enforceLimit(asStranger("2001:db8:1:3::1"), "anonymous");
  });

  it("counts one IPv4 address in all its spellings", async () => {
    await enforceLimit(asStranger("198.51.100.7"), "anonymous", { cost: 60 });
    await expect(enforceLimit(asStranger("::ffff:198.51.100.7"), "anonymous")).rejects.toThrow();
    await expect(enforceLimit(asStranger("::ffff:c633:6407"), "anonymous")).rejects.toThrow();
  });

  it("stops only what costs money or fills the disk while nobody can count", () => {
    const refusing = Object.entries(LIMITS).filter(([, row]) => row.whenDown === "refuse");
    expect(refusing.map(([name]) => name)).toEqual([
      "videos.generate",
      "batches.create",
      "uploads.start",
    ]);
  });
});

describe("an address as a key", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:C000:0201", "192.0.2.1"],
    ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
    ["::1", "0:0:0:0::/64"],
    ["[2001:DB8::1]", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1:2:3:4", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["::ffff:1:2:3", "0:0:0:0::/64"],
    ["unknown", "unknown"],
    ["1.2.3", "unknown"],
    ["", "unknown"],
  ])("%j is %s", (address, key) => {
    expect(toAddressKey(address)).toBe(key);
  });
});
