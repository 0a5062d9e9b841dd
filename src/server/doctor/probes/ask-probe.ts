import { randomBytes } from "node:crypto";
import type { DoctorContext } from "../check";
import { PROBE_HEADER, signProbe } from "./probe-token";

const PATIENCE_MS = 15_000;

type Probe = "echo" | "ticks" | "range";

/** Asks this instance through its public address. @returns the answer and the nonce it was asked with. */
export async function askProbe(
  ctx: Pick<DoctorContext, "settings" | "signingKeys" | "now">,
  probe: Probe,
  init: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<{ response: Response; nonce: string }> {
  const nonce = randomBytes(16).toString("hex");
  const response = await fetch(new URL(`/api/doctor/${probe}`, ctx.settings.APP_ORIGIN), {
    method: probe === "echo" ? "POST" : "GET",
    headers: { ...init.headers, [PROBE_HEADER]: signProbe(ctx, nonce) },
    ...(init.body ? { body: init.body } : {}),
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { response, nonce };
}
