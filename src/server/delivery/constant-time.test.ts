import { randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { expect, test, vi } from "vitest";
import { readKeyRing } from "./key-ring";
import { mintMediaUrl, parseSignedQuery, verifySignedQuery } from "./signed-url";

vi.mock("node:crypto", async (load) => {
  const real = await load<typeof import("node:crypto")>();
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) };
});

test("a signature is compared as 32 bytes in constant time, right or wrong", () => {
  const deps = {
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") }),
    appOrigin: "https://t2m.example",
    now: () => new Date(),
  };
  const file = { id: randomUUID(), ownerId: "user_1", urlEpoch: 0 };
  const { search } = new URL(mintMediaUrl(deps, file).url);
  for (const [text, verdict] of [
    [search, "valid"],
    [search.replace(/signature=./, "signature=_"), "forged"],
  ] as const) {
    const query = parseSignedQuery(text);
    if (!query) throw new Error("malformed");
    vi.mocked(timingSafeEqual).mockClear();
    expect(verifySignedQuery(deps, query, file).verdict).toBe(verdict);
    expect(vi.mocked(timingSafeEqual).mock.calls).toEqual([
      [expect.objectContaining({ length: 32 }), expect.objectContaining({ length: 32 })],
    ]);
  }
});
