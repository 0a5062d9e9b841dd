#!/usr/bin/env node
// Stands where Prisma's CLI expects its native schema engine, and speaks the same protocol over
// the WebAssembly build of that engine (docs/decisions). Only developers run it.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: "boolean" },
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
  },
});
const url = JSON.parse(options.datasource ?? "{}").url ?? "postgresql://localhost/postgres";

const CHAR_OID = 18; // Postgres' internal "char", which the adapter does not know
const TEXT_OID = 25;
const CHARACTER = 6; // ColumnTypeEnum.Character: the engine reads catalogue flags as characters

/** `cli can-connect-to-database | create-database | drop-database`: the exit code is the answer. */
async function runCommand(command) {
  try {
    if (command === "can-connect-to-database") await query(url, "SELECT 1");
    else if (command === "create-database") await createDatabase();
    else if (command === "drop-database") await onDatabase("DROP DATABASE IF EXISTS");
    else throw new Error(`The schema engine has no command ${command}.`);
  } catch (error) {
    const codes = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000" };
    const fields = { message: error.message, error_code: codes[error.code] ?? "P1001" };
    const line = { timestamp: new Date().toISOString(), level: "ERROR", fields };
    // The CLI drops the first line and parses the rest.
    process.stderr.write(`\n${JSON.stringify({ ...line, target: "schema_engine::logger" })}\n`);
    process.exitCode = 1;
  }
}

/** JSON-RPC 2.0, a message a line, one after the other, until stdin closes. */
async function serve() {
  const engine = await loadEngine();
  let printed = 0;
  const send = (message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // the client's answer to "print"
    try {
      let result = await call(engine, method, params);
      if (method === "diff") {
        printed += 1;
        send({ id: printed, method: "print", params: { content: result.stdout ?? "" } });
        result = { exitCode: result.exitCode };
      }
      send({ id, result: result ?? null });
    } catch (error) {
      const { message, code, meta } = error;
      const data = { message, error_code: code, is_panic: error.name === "RuntimeError", meta };
      send({ id, error: { code: 4466, message, data } });
    }
  }
  process.exit(0);
}

async function call(engine, method, params) {
  if (method === "createDatabase") return { databaseName: await createDatabase() };
  if (method === "getDatabaseVersion") return await engine.version(params);
  return await engine[method](params);
}

async function loadEngine() {
  let panic = "";
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message;
    },
    get: () => panic,
  };
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = await Promise.all(
    (options.datamodels ?? []).map(async (file) => [file, await readFile(file, "utf8")]),
  );
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(url),
    connectToShadowDb,
  });
  const models = datamodels.length === 0 ? undefined : datamodels;
  return await glue.SchemaEngine.new({ datamodels: models }, () => {}, factory);
}

async function connect(connectionString) {
  return adapt(await new PrismaPg({ connectionString }).connect());
}

async function connectToShadowDb() {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await query(url, `CREATE DATABASE "${name}"`);
  const shadow = await connect(withDatabase(url, name));
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await query(url, `DROP DATABASE "${name}" WITH (FORCE)`);
  };
  return shadow;
}

/** Two repairs of the adapter that only the engine needs: `"char"` columns and whole scripts. */
function adapt(adapter) {
  const { queryRaw, startTransaction } = adapter;
  adapter.queryRaw = async function (input) {
    const chars = new Set();
    const reader = Object.create(this, {
      performIO: {
        value: async (io) => {
          const result = await this.performIO(io);
          const fields = result.fields.map((field, index) => {
            if (field.dataTypeID !== CHAR_OID) return field;
            chars.add(index);
            return { ...field, name: field.name, dataTypeID: TEXT_OID };
          });
          return { ...result, rows: result.rows, fields };
        },
      },
    });
    const answer = await queryRaw.call(reader, input);
    for (const index of chars) answer.columnTypes[index] = CHARACTER;
    return answer;
  };
  // The adapter's own cuts at every semicolon, also inside a function's body.
  adapter.executeScript = async function (script) {
    await this.client.query(script).catch((error) => this.onError(error));
  };
  if (startTransaction) {
    adapter.startTransaction = async function (level) {
      return adapt(await startTransaction.call(this, level));
    };
  }
  return adapter;
}

async function createDatabase() {
  return await onDatabase("CREATE DATABASE");
}

/** Runs a statement about the database that the URL names, from the one called postgres. */
async function onDatabase(statement) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await query(withDatabase(url, "postgres"), `${statement} "${name.replaceAll('"', '""')}"`);
  return name;
}

function withDatabase(connectionString, name) {
  const target = new URL(connectionString);
  target.pathname = `/${name}`;
  return target.href;
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

if (options.version) console.log("schema-engine-cli wasm");
else if (positionals[0] === "cli") await runCommand(positionals[1]);
else await serve();
