import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database";

const root = path.join(import.meta.dirname, "../..");
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Prisma's own CLI with our configuration, hence with the shim. */
async function prisma(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["node_modules/prisma/build/index.js", ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

test("Prisma takes the boot-time runner's work for its own", async () => {
  const status = await prisma("migrate", "status");
  expect(status.output).toContain("Database schema is up to date!");
  const deploy = await prisma("migrate", "deploy");
  expect(deploy.output).toContain("No pending migrations to apply.");
});

test("the migrations make exactly what schema.prisma says", async () => {
  const { code, output } = await prisma(
    ...["migrate", "diff", "--exit-code", "--from-migrations", "prisma/migrations"],
    ...["--to-schema", "prisma/schema.prisma"],
  );
  expect(output).toContain("No difference detected");
  expect(code).toBe(0);
});

test("a wrong password is told as such", async () => {
  const wrong = new URL(database.url);
  wrong.password = "wrong";
  const right = database.url;
  database.url = wrong.href;
  const { code, output } = await prisma("migrate", "status");
  database.url = right;
  expect(output).toContain("P1000");
  expect(code).toBe(1);
});
