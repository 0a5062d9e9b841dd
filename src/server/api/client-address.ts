/**
 * The address that anonymous limits count by: the last entry of `X-Forwarded-For`, which the nearest
 * proxy wrote, or Next itself (the peer's address) where a request arrived without that header.
 */
export function clientAddressOf(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-1) || "unknown";
}
