import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createLogger } from "./log";

function listen() {
  const stream = new PassThrough();
  const log = createLogger("info", "test", stream);
  return { log, read: () => String(stream.read() ?? "") };
}

const CANARY = "canary-4711";
const TOKEN = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyX2FubiJ9.${CANARY}abcdef`;

test("What opens a door stays out of the log, wherever it stands in a line", () => {
  const { log, read } = listen();
  const headers = {
    authorization: `Bearer ${CANARY}`,
    cookie: `__session=${CANARY}`,
    "set-cookie": CANARY,
    "svix-id": CANARY,
    "svix-timestamp": CANARY,
    "svix-signature": `v1,${CANARY}`,
  };
  const secrets = { ...headers, signature: CANARY, token: CANARY, prompt: CANARY, url: CANARY };
  log.info(secrets, "at the top");
  log.info({ req: secrets }, "one down");
  log.warn({ req: { headers }, input: { video: secrets } }, "two down");
  log.error({ err: Object.assign(new Error("no"), { request: { headers } }) }, "in an error");
  log.error({ err: new Error(`cannot verify ${TOKEN}`) }, `refused ${TOKEN}`);
  log.info({ path: `/api/files/secure/1?expires=2&kid=k1&signature=${CANARY}` });
  log.info({ path: `/s/abcdefgh${CANARY}` }, `GET https://t2m.example/s/abcdefgh${CANARY}?t=3`);
  const text = read();
  expect(text.split("\n").filter(Boolean)).toHaveLength(7);
  expect(text).not.toContain(CANARY);
  expect(text).toContain("[redacted]");
});

test.each([
  ["a line of its own", 'x\n{"level":60,"msg":"forged"}\r\n{"level":60}'],
  ["terminal codes", "\u001b[2J\u001b]0;owned\u0007"],
  ["a shell's words", "$(touch /tmp/owned) `id` ; rm -rf /"],
  ["a script", "<script>alert(1)</script>"],
  ["line separators", "a\u2028b\u2029c\u0000d"],
])("Text with %s is one line, and data in it", (_title, text) => {
  const { log, read } = listen();
  log.error({ err: new Error(text), detail: text }, text);
  const lines = read().trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(lines[0]).not.toMatch(/[\u0000-\u001f]/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 50, msg: text, detail: text });
});
