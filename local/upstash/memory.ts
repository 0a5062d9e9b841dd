import type { Answer, Backend, Step } from "./backend";
import { COMMANDS } from "./commands/table";
import { createLua } from "./lua";
import { type Reply, ReplyError } from "./reply";
import { createStore } from "./store";

const SWEEP_EVERY_MS = 60_000;

/** The data in this process: gone when it ends. @param now - milliseconds since 1970. */
export async function createMemoryBackend(now: () => number): Promise<Backend> {
  const store = createStore(now);
  const lua = await createLua(call);
  const sweeper = setInterval(store.sweep, SWEEP_EVERY_MS).unref();

  function call(name: string, args: string[]): Reply {
    const command = COMMANDS.get(name.toLowerCase());
    if (!command) throw new ReplyError(`ERR unknown command '${name}'`);
    return command(store, args);
  }

  function runNow(step: Step): Reply {
    if ("name" in step) return call(step.name, step.args);
    return lua.run(step.script.text, step.script.keys, step.script.args);
  }

  function answer(step: Step): Answer {
    try {
      return { result: runNow(step) };
    } catch (error) {
      if (error instanceof ReplyError) return { error: error.message };
      throw error;
    }
  }

  return {
    run: async (step) => runNow(step),
    transact: async (steps) => steps.map(answer),
    async close() {
      clearInterval(sweeper);
      lua.close();
    },
  };
}
