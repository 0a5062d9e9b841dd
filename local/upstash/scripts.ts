import { createHash } from "node:crypto";
import { type Reply, ReplyError, requireArguments, requireInteger } from "./reply";

/** A script ready to run: the text without its shebang line. */
export type Script = { text: string; keys: string[]; args: string[] };

/**
 * EVAL, EVALSHA and SCRIPT over texts kept under the SHA-1 of what the client sent. Upstash's own
 * scripts begin with `#!lua flags=allow-key-locking`, a flag that Redis itself refuses, so the
 * line goes; the client still knows the script by the hash that includes it.
 */
export function createScripts() {
  const texts = new Map<string, string>();

  function keep(source: string): { hash: string; text: string } {
    const hash = createHash("sha1").update(source).digest("hex");
    const text = source.replace(/^#![^\n]*\n?/, "");
    texts.set(hash, text);
    return { hash, text };
  }

  return {
    /** @returns null when the command is not one that runs a script. @throws NOSCRIPT */
    find(name: string, args: string[]): Script | null {
      if (name !== "eval" && name !== "evalsha") return null;
      const [source = "", count, ...rest] = requireArguments(args, 2, name);
      const text = name === "eval" ? keep(source).text : texts.get(source.toLowerCase());
      if (text === undefined) {
        throw new ReplyError("NOSCRIPT No matching script. Please use EVAL.");
      }
      const keyCount = requireInteger(count);
      if (keyCount < 0 || keyCount > rest.length) {
        throw new ReplyError("ERR Number of keys can't be greater than number of args");
      }
      return { text, keys: rest.slice(0, keyCount), args: rest.slice(keyCount) };
    },

    /** SCRIPT LOAD | EXISTS | FLUSH */
    manage(args: string[]): Reply {
      const [action = "", ...rest] = requireArguments(args, 1, "script");
      switch (action.toUpperCase()) {
        case "LOAD":
          return keep(requireArguments(rest, 1, "script|load").join("")).hash;
        case "EXISTS":
          return rest.map((hash) => (texts.has(hash.toLowerCase()) ? 1 : 0));
        case "FLUSH":
          texts.clear();
          return "OK";
        default:
          throw new ReplyError(`ERR unknown subcommand '${action}'. Try SCRIPT HELP.`);
      }
    },
  };
}
