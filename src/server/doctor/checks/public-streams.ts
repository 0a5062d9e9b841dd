import { type Check, fail, ok, warn } from "../check";
import { askProbe } from "../probes/ask-probe";
import { RANGE_BYTES, rangeBody, TICK_COUNT, TICK_INTERVAL_MS } from "../probes/samples";

const FIRST = 1_000;
const LAST = 1_999;

export const publicEvents: Check = {
  id: "public-events",
  group: "Public address",
  title: "Live progress arrives at once (SSE)",
  after: "public-origin",
  async run(ctx) {
    const mend =
      "Turn buffering and compression off for event streams. nginx: proxy_buffering off; · Caddy: reverse_proxy { flush_interval -1 } · Cloudflare: no Rocket Loader, no compression for /api/";
    const { response } = await askProbe(ctx, "ticks");
    if (!response.ok) return fail(`The event stream was refused (${response.status}).`, mend);
    const arrivals = await readArrivals(response);
    if (arrivals.length < TICK_COUNT) {
      return fail(`Of ${TICK_COUNT} events only ${arrivals.length} arrived.`, mend);
    }
    const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
    const shortest = Math.min(...gaps);
    const slowest = Math.max(...gaps) - TICK_INTERVAL_MS;
    if (shortest < TICK_INTERVAL_MS / 4) {
      return fail("Events were held back and came together: progress would jump.", mend);
    }
    return slowest > TICK_INTERVAL_MS
      ? warn(
          `An event came ${Math.round(slowest)} ms late.`,
          "Look at the load of the proxy and of this machine.",
        )
      : ok(`Each event came by itself, at most ${Math.max(0, Math.round(slowest))} ms late.`);
  },
};

/** @returns the milliseconds at which each event was here. */
async function readArrivals(response: Response): Promise<number[]> {
  const arrivals: number[] = [];
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const seen = text.split("event: tick\n").length - 1;
    while (arrivals.length < seen) arrivals.push(performance.now());
  }
  return arrivals;
}

export const publicRange: Check = {
  id: "public-range",
  group: "Public address",
  title: "Players can seek (Range)",
  after: "public-origin",
  async run(ctx) {
    const mend =
      "Let the proxy pass Range and answer 206 as it comes: no cache or compression for /api/files/. nginx: proxy_set_header Range $http_range; proxy_cache off; · Cloudflare: a cache rule that bypasses /api/";
    const { response } = await askProbe(ctx, "range", {
      headers: { range: `bytes=${FIRST}-${LAST}`, "accept-encoding": "identity" },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 206) {
      return fail(
        `A part was asked for and ${response.status} came: seeking loads whole files.`,
        mend,
      );
    }
    const said = response.headers.get("content-range");
    const wanted = rangeBody().subarray(FIRST, LAST + 1);
    const isRight =
      said === `bytes ${FIRST}-${LAST}/${RANGE_BYTES}` && Buffer.from(bytes).equals(wanted);
    return isRight
      ? ok("206, with the bytes that were asked for.")
      : fail("206 came, with other bytes than those asked for.", mend);
  },
};
