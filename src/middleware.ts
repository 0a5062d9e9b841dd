import { clerkMiddleware } from "@clerk/nextjs/server";
import { type NextFetchEvent, type NextRequest, NextResponse } from "next/server";
import { env } from "~/env";
import { contentSecurityPolicy, strictTransportSecurity } from "~/server/platform/security-headers";

/**
 * Clerk's handshake and proxy, and the headers of pages. Never the authority: every page, handler and
 * procedure asks for itself who is there, and all of them stay shut without this file.
 */
export default function middleware(request: NextRequest, event: NextFetchEvent) {
  // Nobody signs in for a shared video, and Clerk's handshake would carry its link to another host.
  if (request.nextUrl.pathname.startsWith("/s/")) return withPageHeaders(request);
  return withClerk(request, event);
}

const withClerk = clerkMiddleware(
  (_auth, request) => withPageHeaders(request),
  () => {
    const { CLERK_JWT_KEY: jwtKey, ...config } = env();
    return {
      publishableKey: config.CLERK_PUBLISHABLE_KEY,
      signInUrl: "/sign-in",
      signUpUrl: "/sign-up",
      frontendApiProxy: { enabled: Boolean(config.CLERK_PROXY_URL) },
      authorizedParties: [config.APP_ORIGIN],
      ...(jwtKey ? { jwtKey } : {}),
    };
  },
);

function withPageHeaders(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(
    nonce,
    env().CLERK_PROXY_URL ? null : env().CLERK_PUBLISHABLE_KEY,
    env().REDIRECT_TO_STORAGE ? new URL(env().S3_ENDPOINT).origin : null,
    Boolean(env().ALLOW_EVAL),
  );
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const hsts = strictTransportSecurity(env().HSTS_MAX_AGE_SECONDS);
  if (hsts) response.headers.set("strict-transport-security", hsts);
  return response;
}

// Bodies and bytes stay out of it: Next would cut an upload at 10 MB, and each file would pay twice.
export const config = {
  runtime: "nodejs",
  matcher: ["/((?!api/|_next/|clips/|icon\\.svg$|manifest\\.webmanifest$).*)", "/__clerk/:path*"],
};
