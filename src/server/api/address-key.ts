import { isIP } from "node:net";

/**
 * Who an address is, for counting: IPv4 also when it comes mapped into IPv6, and for IPv6 the /64
 * that one subscriber is given (RFC 6177 §2), since its other half can be changed at will.
 */
export function toAddressKey(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(bare) !== 6) return isIP(bare) === 4 ? bare : "unknown";
  const groups = expand(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight 16-bit groups of a valid IPv6 address (RFC 4291 §2.2). */
function expand(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_whole, ...octets: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = octets.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = "", tail] = hex.split("::");
  const parse = (text: string) => (text === "" ? [] : text.split(":").map((g) => parseInt(g, 16)));
  if (tail === undefined) return parse(head);
  const missing = 8 - parse(head).length - parse(tail).length;
  return [...parse(head), ...Array.from({ length: missing }, () => 0), ...parse(tail)];
}
