/** Headers of every page (OWASP Secure Headers). Bytes and API answers carry their own. */
export const SECURITY_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

/** A link to a shared video is its key: it goes to no other site, no search engine, no cache. */
export const SHARED_LINK_HEADERS = [
  { key: "referrer-policy", value: "no-referrer" },
  { key: "x-robots-tag", value: "noindex, nofollow" },
  { key: "cache-control", value: "private, no-store" },
];

/**
 * RFC 6797. Only for this host: whether its sub-domains have https is not ours to say.
 * @returns null while nobody has asked for it, since browsers do not forget it.
 */
export function strictTransportSecurity(maxAgeSeconds: number): string | null {
  return maxAgeSeconds > 0 ? `max-age=${maxAgeSeconds}` : null;
}

/**
 * Scripts run by nonce only; styles may be inline because Clerk's components set them.
 * @param clerkKey - the publishable key when Clerk is spoken to directly, null when through `/__clerk`.
 * @param bucketOrigin - where signed URLs of files lead on to, null when T2M sends them itself.
 * @param allowsEval - React's development build rebuilds the server's stack traces with eval().
 */
export function contentSecurityPolicy(
  nonce: string,
  clerkKey: string | null,
  bucketOrigin: string | null = null,
  allowsEval = false,
): string {
  const clerk = clerkKey ? ` ${frontendApiOf(clerkKey)}` : "";
  const bucket = bucketOrigin ? ` ${bucketOrigin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${allowsEval ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${clerk && " https://img.clerk.com"}${bucket}`,
    `media-src 'self' blob:${bucket}`,
    "font-src 'self' data:",
    `connect-src 'self'${clerk}`,
    "worker-src 'self' blob:",
    `frame-src 'self'${clerk}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A publishable key is `pk_(test|live)_` + base64 of Clerk's Frontend API host + "$". */
function frontendApiOf(publishableKey: string): string {
  const host = Buffer.from(publishableKey.split("_")[2] ?? "", "base64").toString();
  return `https://${host.replace(/\$$/, "")}`;
}
