import { LuaFactory } from "wasmoon";
import { type Reply, ReplyError } from "./reply";

export type RunScript = (script: string, keys: string[], args: string[]) => Reply;

/**
 * What a script may touch, as Redis's sandbox has it: no files, no processes, no other chunks.
 * Redis speaks Lua 5.1, this is 5.4: `unpack` is the one old name that the client library uses.
 */
const PRELUDE = `
local call, decode, encode, compile = __call, __decode, __encode, load
local function run(raise, command, ...)
  local answer = call(command, {...})
  if type(answer) == "table" and answer.err and raise then error(answer.err, 0) end
  return answer
end
redis = {
  call = function(...) return run(true, ...) end,
  pcall = function(...) return run(false, ...) end,
  error_reply = function(text) return {err = text} end,
  status_reply = function(text) return {ok = text} end,
}
cjson = {decode = decode, encode = encode}
unpack = table.unpack
local compiled = {}
function __run(script, keys, args)
  local chunk = compiled[script]
  if not chunk then
    local problem
    chunk, problem = compile(script, "@user_script", "t")
    if not chunk then return {err = "ERR Error compiling script: " .. problem} end
    compiled[script] = chunk
  end
  KEYS, ARGV = keys, args
  local fine, answer = pcall(chunk)
  if not fine then return {err = tostring(answer)} end
  if answer == nil then return false end
  return answer
end
__call, __decode, __encode, load, loadfile, dofile, require = nil
io, os, package, debug, coroutine, collectgarbage = nil
`;

/**
 * A Lua machine whose `redis.call` is `call`. It runs one script at a time to its end, so scripts are atomic.
 * @param call - runs one command; may throw `ReplyError`.
 */
export async function createLua(
  call: (name: string, args: string[]) => Reply,
): Promise<{ run: RunScript; close(): void }> {
  const lua = await new LuaFactory().createEngine({ enableProxy: false });
  lua.global.set("__call", (name: unknown, args: unknown) => {
    try {
      return toLua(call(String(name), toList(args).map(String)));
    } catch (error) {
      if (error instanceof ReplyError) return { err: error.message };
      throw error;
    }
  });
  lua.global.set("__decode", (text: unknown) => JSON.parse(String(text)));
  lua.global.set("__encode", (value: unknown) => JSON.stringify(value));
  lua.doStringSync(PRELUDE);
  const run: (script: string, keys: string[], args: string[]) => unknown = lua.global.get("__run");
  return {
    run: (script, keys, args) => fromLua(run(script, keys, args)),
    close: () => lua.global.close(),
  };
}

/** Redis shows "nothing" to a script as false. */
function toLua(reply: Reply): unknown {
  if (reply === null) return false;
  return Array.isArray(reply) ? reply.map(toLua) : reply;
}

/** https://redis.io/docs/latest/develop/programmability/lua-api/#lua-to-resp2-type-conversion */
function fromLua(value: unknown): Reply {
  if (value === undefined || value === null || value === false) return null;
  if (value === true) return 1;
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "string") return value;
  if (!Array.isArray(value) && typeof value === "object") {
    if ("err" in value) throw new ReplyError(String(value.err));
    if ("ok" in value) return String(value.ok);
  }
  return toList(value).map(fromLua);
}

/** A Lua table arrives as an array, or as an object when it is empty or has holes. */
function toList(table: unknown): unknown[] {
  if (Array.isArray(table)) return table;
  const list: unknown[] = [];
  const fields = new Map(Object.entries(table ?? {}));
  for (let i = 1; fields.has(String(i)); i++) list.push(fields.get(String(i)));
  return list;
}
