import type { Answer, Backend, Step } from "./backend";
import { COMMANDS } from "./commands/table";
import { type Reply, ReplyError } from "./reply";
import type { createScripts } from "./scripts";

type Server = {
  backend: Backend;
  scripts: ReturnType<typeof createScripts>;
  log: (line: string) => void;
};
type Request = { method: string; path: string; text: string; isBase64: boolean };
type Response = { status: number; body: unknown };

/** One HTTP request: a command at `/`, a list of them at `/pipeline` and `/multi-exec`. */
export async function answerRequest(server: Server, request: Request): Promise<Response> {
  const path = request.path.replace(/\?.*$/, "").replace(/\/$/, "");
  if (request.method !== "POST" || !["", "/pipeline", "/multi-exec"].includes(path)) {
    server.log(`local/upstash refused ${request.method} ${path || "/"}`);
    return {
      status: 404,
      body: { error: "ERR this stand-in answers only POST / /pipeline /multi-exec" },
    };
  }
  const encode = (answer: Answer): Answer =>
    request.isBase64 && "result" in answer ? { result: toBase64(answer.result) } : answer;
  try {
    if (path === "") {
      const result = await run(server, parseCommand(parse(request.text)));
      return { status: 200, body: encode({ result }) };
    }
    const commands = parseList(parse(request.text)).map(parseCommand);
    const answers =
      path === "/pipeline"
        ? await Promise.all(commands.map((command) => runForItself(server, command)))
        : await server.backend.transact(commands.map((command) => requireStep(server, command)));
    return { status: 200, body: answers.map(encode) };
  } catch (error) {
    if (error instanceof ReplyError) return { status: 400, body: { error: error.message } };
    throw error;
  }
}

async function run(server: Server, command: string[]): Promise<Reply> {
  const [name = "", ...args] = command;
  if (name.toLowerCase() === "script") return server.scripts.manage(args);
  return server.backend.run(requireStep(server, command));
}

async function runForItself(server: Server, command: string[]): Promise<Answer> {
  try {
    return { result: await run(server, command) };
  } catch (error) {
    if (error instanceof ReplyError) return { error: error.message };
    throw error;
  }
}

function requireStep(server: Server, [word = "", ...args]: string[]): Step {
  const name = word.toLowerCase();
  const script = server.scripts.find(name, args);
  if (script) return { script };
  if (!COMMANDS.has(name)) {
    server.log(`local/upstash refused the command ${word}`);
    throw new ReplyError(`ERR Command is not available: '${word}'`);
  }
  return { name, args };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReplyError("ERR failed to parse the request as JSON", { cause: error });
  }
}

function parseList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new ReplyError("ERR the request is not a list");
  return value;
}

/** Words may come as numbers, booleans or objects; Redis knows only text. */
function parseCommand(value: unknown): string[] {
  const words = parseList(value);
  if (words.length === 0) throw new ReplyError("ERR empty command");
  return words.map((word) => (typeof word === "object" ? JSON.stringify(word) : String(word)));
}

/** Text goes as base64 but for "OK"; numbers and nothing stay as they are. */
function toBase64(reply: Reply): Reply {
  if (Array.isArray(reply)) return reply.map(toBase64);
  return typeof reply === "string" && reply !== "OK"
    ? Buffer.from(reply, "utf8").toString("base64")
    : reply;
}
