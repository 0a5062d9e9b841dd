import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import type { SigningDeps } from "~/server/delivery/service";

type Deps = Pick<SigningDeps, "signingKeys" | "now">;

/** Longer than anybody watches one video at a stretch. */
const VIEWING_SECONDS = 4 * 3600;

const VIEWING = /^([0-9]{1,12})\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{43})$/;

/** @returns what lets a browser that has opened this share renew its URLs without being counted again. */
export function mintViewing({ signingKeys, now }: Deps, shareId: string): string {
  const kid = signingKeys.activeKid;
  const key = signingKeys.keys.get(kid);
  if (!key) throw new Error("The key ring has no active key.");
  const ends = Math.floor(now().getTime() / 1000) + VIEWING_SECONDS;
  return `${ends}.${kid}.${sign(key, { kid, shareId, ends }).toString("base64url")}`;
}

/** Whether `mintViewing` made it for this share, and not too long ago. */
export function isViewing({ signingKeys, now }: Deps, shareId: string, text: string): boolean {
  const [, ends, kid = "", signature = ""] = VIEWING.exec(text) ?? [];
  const key = signingKeys.keys.get(kid);
  if (!key) return false;
  const expected = sign(key, { kid, shareId, ends: Number(ends) });
  if (!timingSafeEqual(expected, Buffer.from(signature, "base64url"))) return false;
  return now().getTime() < Number(ends) * 1000;
}

/** Its first word keeps it apart from the signatures of files, which are made with the same keys. */
function sign(
  key: KeyObject,
  { kid, shareId, ends }: { kid: string; shareId: string; ends: number },
) {
  const message = JSON.stringify(["t2m.share-viewing.v1", kid, shareId, ends]);
  return createHmac("sha256", key).update(message).digest();
}
