import { createHash, randomBytes } from "node:crypto";
import { type Check, type DoctorContext, type Finding, fail, ok } from "../check";
import { askProbe } from "../probes/ask-probe";
import { inBytes } from "../words";

const JSON_BYTES = 256 * 1024;
const CHUNK_BYTES = 5 * 1024 ** 2;

async function send(
  ctx: DoctorContext,
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Finding> {
  const size = inBytes(body.byteLength);
  const mend = `Raise the proxy's limit for bodies. nginx: client_max_body_size 8m; · Caddy: none by default, look for request_body max_size · Apache: LimitRequestBody 8388608`;
  const begun = performance.now();
  const { response } = await askProbe(ctx, "echo", {
    body,
    headers: { "content-type": contentType },
  });
  if (!response.ok) return fail(`A body of ${size} was refused (${response.status}).`, mend);
  const got = (await response.json()) as { bytes: number; sha256: string };
  const tookMs = Math.round(performance.now() - begun);
  if (got.bytes !== body.byteLength) {
    return fail(`Of ${size} only ${inBytes(got.bytes)} arrived: bodies are cut on the way.`, mend);
  }
  return got.sha256 === createHash("sha256").update(body).digest("hex")
    ? ok(`${size} arrived whole, in ${tookMs} ms.`)
    : fail(
        `A body of ${size} arrived changed.`,
        "Turn off whatever rewrites bodies on the way (a web application firewall, a compressing proxy).",
      );
}

export const publicJsonBody: Check = {
  id: "public-json-body",
  group: "Public address",
  title: "The largest request of the API passes whole",
  after: "public-origin",
  run: (ctx) =>
    send(
      ctx,
      new TextEncoder().encode(JSON.stringify({ text: "t".repeat(JSON_BYTES - 11) })),
      "application/json",
    ),
};

export const publicChunkBody: Check = {
  id: "public-chunk-body",
  group: "Public address",
  title: "A chunk of an upload passes whole",
  after: "public-origin",
  run: (ctx) => send(ctx, new Uint8Array(randomBytes(CHUNK_BYTES)), "application/octet-stream"),
};
