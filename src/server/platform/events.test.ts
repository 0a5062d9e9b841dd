import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database";
import { until } from "../../../tests/support/studio";
import { createDatabase, type Database } from "./db";
import { createEvents, type EventData, type Events } from "./events";
import { createLogger } from "./log";

let database: TestDatabase;
let db: Database;
let opened: Events[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url);
});
afterEach(async () => {
  for (const events of opened) await events.stop();
  opened = [];
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

function open(connectionString = database.url): Events {
  const events = createEvents({ connectionString, log: createLogger("silent", "test") });
  opened.push(events);
  return events;
}

async function listen(events: Events, topic: string) {
  const heard: EventData[] = [];
  const reconnects: number[] = [];
  const unsubscribe = await events.subscribe(topic, {
    onEvent: (data) => heard.push(data),
    onReconnect: () => reconnects.push(performance.now()),
  });
  return { heard, reconnects, unsubscribe };
}

test("News reaches the listeners of its topic in every process, and only them", async () => {
  const [here, there] = [open(), open()];
  const [one, two, other] = [
    await listen(here, "a"),
    await listen(there, "a"),
    await listen(there, "b"),
  ];
  await db.$transaction((tx) => here.publish(tx, "a", { n: 1 }));
  await until(
    async () => one.heard.length + two.heard.length,
    (count) => count === 2,
  );
  expect(other.heard).toEqual([]);
  one.unsubscribe();
  await db.$transaction((tx) => here.publish(tx, "a", { n: 2 }));
  await until(
    async () => two.heard.length,
    (count) => count === 2,
  );
  expect(one.heard).toEqual([{ n: 1 }]);
});

test("News of a transaction that is rolled back is never heard", async () => {
  const events = open();
  const { heard } = await listen(events, "a");
  const failing = db.$transaction(async (tx) => {
    await events.publish(tx, "a", { n: 1 });
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  await db.$transaction((tx) => events.publish(tx, "a", { n: 2 }));
  await until(
    async () => heard.length,
    (count) => count > 0,
  );
  expect(heard).toEqual([{ n: 2 }]);
});

test("After its connection is cut it listens again and says that news may be missing", async () => {
  const events = open();
  const { heard, reconnects } = await listen(events, "a");
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  );
  await client.end();
  await until(
    async () => reconnects.length,
    (count) => count === 1,
  );
  await db.$transaction((tx) => events.publish(tx, "a", { n: 1 }));
  await until(
    async () => heard.length,
    (count) => count === 1,
  );
});

test("Subscribing while the database is away does not fail and does not hang", async () => {
  const { heard } = await listen(open("postgres://nobody:x@127.0.0.1:1/none"), "a");
  expect(heard).toEqual([]);
});

test("An event that Postgres would refuse is refused with a sentence", async () => {
  const events = open();
  const tooBig = db.$transaction((tx) => events.publish(tx, "a", { text: "x".repeat(8_000) }));
  await expect(tooBig).rejects.toThrow("too big");
});
