import { createHmac, randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readKeyRing } from "~/server/delivery/service";
import { AppError } from "~/server/errors";
import { readWebhook } from "~/server/platform/identity/webhook";
import { startProxiedInstance } from "../../../tests/support/proxied-instance";
import type { DoctorContext } from "./check";
import { publicChunkBody, publicJsonBody } from "./checks/public-bodies";
import { publicHttps, publicOrigin } from "./checks/public-origin";
import { publicEvents, publicRange } from "./checks/public-streams";
import { publicWebhook } from "./checks/public-webhook";
import { answerProbe } from "./probes/answer-probe";
import { PROBE_HEADER, signProbe } from "./probes/probe-token";

const newKeys = () => readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") });
const newSecret = () => `whsec_${randomBytes(24).toString("base64")}`;

const signingKeys = newKeys();
const secret = newSecret();
const now = () => new Date();
let instance: Awaited<ReturnType<typeof startProxiedInstance>>;

beforeAll(async () => {
  instance = await startProxiedInstance(async (request) => {
    try {
      const { pathname } = new URL(request.url);
      if (pathname === "/api/webhooks/clerk") {
        await readWebhook(request, secret);
        return new Response("{}");
      }
      return await answerProbe({ signingKeys, now }, pathname.split("/").at(-1) ?? "", request);
    } catch (error) {
      return new Response(null, { status: error instanceof AppError ? error.status : 500 });
    }
  });
});
afterEach(() => instance.setFaults({}));
afterAll(() => instance.close());

function context(part: Partial<DoctorContext["settings"]> = {}): DoctorContext {
  const settings = {
    APP_ORIGIN: instance.origin,
    CLERK_WEBHOOK_SIGNING_SECRET: secret,
    ...part,
  };
  // These checks look at nothing else.
  return { settings, signingKeys, now } as unknown as DoctorContext;
}

describe("through a proxy that leaves things as they are", () => {
  test.each([
    publicOrigin,
    publicJsonBody,
    publicChunkBody,
    publicEvents,
    publicRange,
    publicWebhook,
  ])("$id is green", async (check) => {
    expect(await check.run(context())).toMatchObject({ status: "ok", mend: null });
  });
});

describe("the address", () => {
  test("where nobody listens is red and says so", async () => {
    const gone = await startProxiedInstance(async () => new Response());
    await gone.close();
    const finding = await publicOrigin.run(context({ APP_ORIGIN: gone.origin }));
    expect(finding).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("ECONNREFUSED"),
    });
    expect(finding.mend).toContain("npm run web");
  });

  test("of another server is red, whatever it answers", async () => {
    instance.setFaults({ answers: { status: 200, body: '{"proof":"mine"}' } });
    expect(await publicOrigin.run(context())).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("Something else answers"),
    });
  });

  test("of a T2M with another secret is red", async () => {
    const stranger = { ...context(), signingKeys: newKeys() };
    expect(await publicOrigin.run(stranger)).toMatchObject({ status: "fail" });
  });

  test("that redirects names where to", async () => {
    instance.setFaults({ redirectsTo: "https://www.example.com" });
    expect((await publicOrigin.run(context())).detail).toContain("https://www.example.com");
  });

  test("without https is red for the public, and not asked on one's own machine", async () => {
    const open = await publicHttps.run(context({ APP_ORIGIN: "http://t2m.example.com" }));
    expect(open).toMatchObject({ status: "fail", mend: expect.stringContaining("certificate") });
    expect(await publicHttps.run(context())).toMatchObject({ status: "skipped" });
  });
});

describe("a proxy", () => {
  test("that cuts bodies is found, with what arrived", async () => {
    instance.setFaults({ cutBodiesAt: 1024 ** 2 });
    const finding = await publicChunkBody.run(context());
    expect(finding).toMatchObject({ status: "fail", detail: expect.stringContaining("only 1 MB") });
    expect(finding.mend).toContain("client_max_body_size");
    expect(await publicJsonBody.run(context())).toMatchObject({ status: "ok" });
  });

  test("that refuses large bodies is found", async () => {
    instance.setFaults({ refuseBodiesAbove: 100_000 });
    expect((await publicJsonBody.run(context())).detail).toContain("413");
    expect((await publicChunkBody.run(context())).status).toBe("fail");
  });

  test("that holds events back is found", async () => {
    instance.setFaults({ buffersAnswers: true });
    expect(await publicEvents.run(context())).toMatchObject({
      status: "fail",
      mend: expect.stringContaining("proxy_buffering off"),
    });
  });

  test("that drops Range is found", async () => {
    instance.setFaults({ dropsRange: true });
    expect(await publicRange.run(context())).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("200 came"),
    });
  });
});

describe("the webhook", () => {
  test("of an instance with another secret is red", async () => {
    const finding = await publicWebhook.run(context({ CLERK_WEBHOOK_SIGNING_SECRET: newSecret() }));
    expect(finding).toMatchObject({ status: "fail", detail: expect.stringContaining("(400)") });
  });

  test("behind something that takes everything is red", async () => {
    instance.setFaults({ answers: { status: 200, body: "OK" } });
    expect((await publicWebhook.run(context())).detail).toContain("forged delivery got 200");
  });

  test("that is not set up is worth a look, and the mend names its address", async () => {
    const finding = await publicWebhook.run(context({ CLERK_WEBHOOK_SIGNING_SECRET: undefined }));
    expect(finding.status).toBe("warn");
    expect(finding.mend).toContain(`${instance.origin}/api/webhooks/clerk`);
  });
});

describe("probes are for the doctor alone", () => {
  const ask = (token: string | null, probe = "echo") =>
    answerProbe(
      { signingKeys, now },
      probe,
      new Request(`http://localhost/api/doctor/${probe}`, {
        method: probe === "echo" ? "POST" : "GET",
        headers: token === null ? {} : { [PROBE_HEADER]: token },
        ...(probe === "echo" ? { body: "x" } : {}),
      }),
    );
  const token = (at = now()) => signProbe({ signingKeys, now: () => at }, "0".repeat(32));

  test.each(["echo", "ticks", "range"])(
    "%s answers its token, and nothing without one",
    async (probe) => {
      expect((await ask(token(), probe)).status).toBe(200);
      await expect(ask(null, probe)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );

  test("a token that is old, from the future, changed or of another secret opens nothing", async () => {
    const minutes = (amount: number) => new Date(Date.now() + amount * 60_000);
    const foreign = signProbe({ signingKeys: newKeys(), now }, "0".repeat(32));
    const changed = token().replace(/\.0{32}\./, `.${"1".repeat(32)}.`);
    for (const bad of [
      token(minutes(-2)),
      token(minutes(10)),
      changed,
      foreign,
      "k1",
      `${token()}x`,
    ]) {
      await expect(ask(bad)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  test("a signature for anything else of ours is none of these", async () => {
    const [kid, expires, nonce] = token().split(".");
    const key = signingKeys.keys.get(kid ?? "");
    const message = JSON.stringify(["t2m.file-url.v1", "ask", kid, Number(expires), nonce]);
    const signature = createHmac("sha256", key ?? "")
      .update(message)
      .digest("base64url");
    await expect(ask(`${kid}.${expires}.${nonce}.${signature}`)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a body of more than a probe's is refused before it is all read", async () => {
    const request = new Request("http://localhost/api/doctor/echo", {
      method: "POST",
      headers: { [PROBE_HEADER]: token() },
      body: new Uint8Array(7 * 1024 ** 2),
    });
    await expect(answerProbe({ signingKeys, now }, "echo", request)).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
    });
  });
});
