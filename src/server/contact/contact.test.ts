import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { SendMessageInput } from "./schema";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

const LETTER = {
  name: "Ada",
  email: "ada@example.org",
  message: "Do you take requests for boats?",
};

/** The API for somebody at an address of their own, so that no test uses up another's allowance. */
function at(clientAddress: string, viewer: Parameters<TestStack["as"]>[0] = null) {
  return createCaller({ ...stack.as(viewer), clientAddress });
}

async function kept(email: string) {
  const { db } = stack.adapters;
  return db.contactMessage.findMany({ where: { email }, omit: { id: true, createdAt: true } });
}

describe("contact.send", () => {
  test("keeps what nobody in particular writes, trimmed", async () => {
    const { receivedAt } = await at("192.0.2.1").contact.send({
      name: "  Ada ",
      email: " ada@example.org ",
      message: "  One line,\r\nand another.\0  ",
    });
    expect(Date.parse(receivedAt)).toBeLessThanOrEqual(Date.now());
    expect(await kept("ada@example.org")).toEqual([
      {
        name: "Ada",
        email: "ada@example.org",
        message: "One line,\nand another.",
        userId: null,
        handledAt: null,
      },
    ]);
  });

  test("remembers who was signed in, even somebody suspended", async () => {
    const viewer = await stack.createViewer({ isSuspended: true });
    const email = "suspended@example.org";
    await at("192.0.2.2", viewer).contact.send({ ...LETTER, email });
    expect(await kept(email)).toMatchObject([{ userId: viewer.id }]);
  });

  test("answers a machine that filled the hidden field as anybody, and keeps nothing", async () => {
    const email = "machine@example.org";
    const website = "https://casino.example";
    const answer = await at("192.0.2.3").contact.send({ ...LETTER, email, website });
    expect(Object.keys(answer)).toEqual(["receivedAt"]);
    expect(await kept(email)).toEqual([]);
  });

  test("takes five messages an hour from one address, signed in or not", async () => {
    const email = "eager@example.org";
    const viewer = await stack.createViewer();
    for (const who of [null, null, null, viewer, viewer]) {
      await at("192.0.2.4", who).contact.send({ ...LETTER, email });
    }
    const sixth = at("192.0.2.4", await stack.createViewer()).contact.send({ ...LETTER, email });
    await expect(sixth).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringMatching(/^You can send 5 messages an hour\. The next is free in /),
      cause: { retryAfterSeconds: expect.any(Number) },
    });
    expect(await kept(email)).toHaveLength(5);
  });
});

test("What turns the direction of reading is taken out of a name and a message", () => {
  const turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
  const parsed = SendMessageInput.parse({
    ...LETTER,
    name: `A${turning}da`,
    message: `See invoice${turning}fdp.exe`,
  });
  expect(parsed).toMatchObject({ name: "Ada", message: "See invoicefdp.exe" });
  const refused = SendMessageInput.safeParse({ ...LETTER, name: turning });
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([["name"]]);
});

test.each([
  [{ name: " " }, "Write your name, so that we know how to address you."],
  [{ name: "A\nB" }, "Write your name, so that we know how to address you."],
  [{ name: "A".repeat(101) }, "A name can have at most 100 characters."],
  [{ email: "ada@" }, "Write an e-mail address that an answer can reach, like ada@example.org."],
  [{ message: "Hi" }, "Write a few words more: at least 10 characters."],
  [{ message: "A".repeat(4001) }, "A message can have at most 4,000 characters."],
])("%j is answered with a sentence", (part, sentence) => {
  const parsed = SendMessageInput.safeParse({ ...LETTER, ...part });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([sentence]);
});
