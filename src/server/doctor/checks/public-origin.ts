import { type Check, fail, ok, reasonOf, skipped, warn } from "../check";
import { askProbe } from "../probes/ask-probe";
import { answerNonce } from "../probes/probe-token";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/;

export const publicOrigin: Check = {
  id: "public-origin",
  group: "Public address",
  title: "APP_ORIGIN leads to this instance",
  async run(ctx) {
    const { APP_ORIGIN } = ctx.settings;
    let asked: Awaited<ReturnType<typeof askProbe>>;
    try {
      asked = await askProbe(ctx, "echo", { body: new TextEncoder().encode("Are you there?") });
    } catch (error) {
      return fail(
        `Nothing answers at ${APP_ORIGIN} (${reasonOf(error)}).`,
        "Start the web process (npm run web) and the proxy before it; check APP_ORIGIN, DNS and the certificate. This machine must reach its own public address too.",
      );
    }
    const { response, nonce } = asked;
    const { location } = Object.fromEntries(response.headers);
    if (response.status >= 300 && response.status < 400) {
      return fail(
        `${APP_ORIGIN} sends elsewhere, to ${URL.parse(location ?? "")?.origin ?? "another address"}.`,
        "Set APP_ORIGIN to the address that people end up at, with its https:// and without a path.",
      );
    }
    const answer = (await response.json().catch(() => null)) as { proof?: string } | null;
    const wanted = answerNonce(ctx.signingKeys, ctx.signingKeys.activeKid, nonce);
    if (answer?.proof === wanted) return ok(`${APP_ORIGIN} is this instance.`);
    return fail(
      `Something else answers at ${APP_ORIGIN} (${response.status}), or a T2M with another signing secret.`,
      "Let APP_ORIGIN and the proxy's upstream name this server, and give every process the same FILE_SIGNING_SECRET.",
    );
  },
};

export const publicHttps: Check = {
  id: "public-https",
  group: "Public address",
  title: "People come by https, and browsers remember it",
  after: "public-origin",
  async run({ settings }) {
    const { protocol, hostname } = new URL(settings.APP_ORIGIN);
    if (LOOPBACK.test(hostname))
      return skipped("This machine's own address; nobody listens between.");
    if (protocol !== "https:") {
      return fail(
        "APP_ORIGIN is http: session cookies travel in the clear, and a live instance of Clerk refuses it.",
        "Put a certificate on the proxy (Caddy gets one by itself; nginx with certbot) and set APP_ORIGIN=https://…",
      );
    }
    const page = await fetch(new URL("/sign-in", settings.APP_ORIGIN), {
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    const hsts = page.headers.get("strict-transport-security");
    const insecure = page.headers.getSetCookie().filter((cookie) => !/;\s*secure/i.test(cookie));
    if (insecure.length > 0) {
      const names = insecure.map((cookie) => cookie.split("=", 1)[0]).join(", ");
      return warn(
        `Cookies without Secure: ${names}.`,
        "Let the proxy send X-Forwarded-Proto: https, e.g. proxy_set_header X-Forwarded-Proto $scheme;",
      );
    }
    return hsts
      ? ok("https, with Strict-Transport-Security.")
      : warn(
          "https, but without Strict-Transport-Security.",
          "Set HSTS_MAX_AGE_SECONDS=31536000 once https works everywhere on this host.",
        );
  },
};
