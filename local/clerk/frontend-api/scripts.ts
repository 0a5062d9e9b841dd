import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import type { Call, Reply } from "../http";
import pins from "../scripts.json" with { type: "json" };

const VENDOR_FOLDER = join(import.meta.dirname, "../vendor");

/**
 * `GET /npm/@clerk/:name@:version/dist/:file`: Clerk's browser scripts. Whatever version the
 * page asks for (it asks for `@6`), the pinned one answers.
 */
export async function sendScript(_ctx: ClerkContext, call: Call): Promise<Reply> {
  const [name = "", version = ""] = (call.params["package"] ?? "").split("@");
  const file = call.params["file"] ?? "";
  if (!isPinned(name) || !/^[\w-][\w.-]*\.js$/.test(file))
    throw new ClerkError("resource_not_found");
  const pinned = pins[name].version;
  return {
    status: 200,
    headers: {
      "content-type": "application/javascript; charset=utf-8",
      "cache-control": `public, max-age=${version === pinned ? "31536000, immutable" : "3600"}`,
      "x-content-type-options": "nosniff",
    },
    body: await readScript(join(VENDOR_FOLDER, `${name}@${pinned}`, file)),
  };
}

function isPinned(name: string): name is keyof typeof pins {
  return Object.hasOwn(pins, name);
}

async function readScript(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new ClerkError("resource_not_found", {
      message: "This script is not unpacked here. `npm ci` unpacks Clerk's scripts.",
    });
  }
}
