import type { NextConfig } from "next";
import { SECURITY_HEADERS, SHARED_LINK_HEADERS } from "./src/server/platform/security-headers";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where types are checked; the first start on somebody's machine need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Also on pages that the middleware does not see; API answers and files carry their own.
  headers: async () => [
    { source: "/((?!api/).*)", headers: [...SECURITY_HEADERS] },
    { source: "/s/:token*", headers: [...SHARED_LINK_HEADERS] },
  ],
  // `forbidden()`: a page that refuses somebody answers 403.
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg", "pg-boss", "pino", "@napi-rs/canvas", "node-av"],
};

export default config;
