import { env } from "~/env";
import type { Viewer } from "~/server/accounts/schema";
import { type Caller, type CallerSession, findCaller } from "~/server/accounts/service";
import type { Allowance } from "~/server/api/limits";
import { createHandOff, type HandOff } from "~/server/delivery/hand-off";
import { type KeyRing, readKeyRing } from "~/server/delivery/key-ring";
import { type Claims, createClaims } from "~/server/platform/claims";
import { createDatabase, type Database } from "~/server/platform/db";
import { createEvents, type Events } from "~/server/platform/events";
import { createFileLookup, type FileLookup } from "~/server/platform/file-lookup";
import { MODELS } from "~/server/platform/generators/models";
import type { ModelCard } from "~/server/platform/generators/schema";
import { createIdentity, type Identity } from "~/server/platform/identity/identity";
import { createLogger, type Logger } from "~/server/platform/log";
import { createQueue, type Queue } from "~/server/platform/queue";
import { createLimiter, type Limiter } from "~/server/platform/ratelimit";
import { createStorage } from "~/server/platform/storage/create";
import type { Storage } from "~/server/platform/storage/storage";
import { clientAddressOf } from "./api/client-address";
import { reportAllowance } from "./api/rate-limit-headers";

/** What we rent, behind one face each. Built here and nowhere else; everybody else imports types. */
export type Adapters = {
  db: Database;
  queue: Queue;
  events: Events;
  fileLookup: FileLookup;
  claims: Claims;
  storage: Storage;
  identity: Identity;
  limiter: Limiter;
  models: readonly ModelCard[];
  signingKeys: KeyRing;
  /** Who sends the bytes of files, when it is not us. */
  handOff?: HandOff | null | undefined;
  log: Logger;
  /** The one origin of links and signed URLs. */
  appOrigin: string;
  /** Other apps whose pages may ask the API with a Bearer token. */
  apiOrigins: readonly string[];
  now: () => Date;
};

/** What the API's procedures start from; they settle who asks, so that a failure to is translated. */
export type RequestContext = Adapters & {
  identify: () => Promise<Viewer | null>;
  /** The session that came with the request; null without one. */
  findSession: () => Promise<CallerSession | null>;
  /** What the asking session's token says; null for nobody in particular. */
  readClaims?: (() => Promise<Readonly<Record<string, unknown>> | null>) | undefined;
  requestId: string;
  clientAddress: string;
  reportAllowance: (allowance: Allowance) => void;
};

export function createAdapters(name: string): Adapters {
  const config = env();
  const log = createLogger(config.LOG_LEVEL, name);
  const storage = createStorage(config);
  return {
    db: createDatabase(config.DATABASE_URL),
    queue: createQueue({ connectionString: config.DATABASE_URL, log }),
    events: createEvents({ connectionString: config.DATABASE_URL, log }),
    fileLookup: createFileLookup({ connectionString: config.DATABASE_URL }),
    claims: createClaims({ connectionString: config.DATABASE_URL }),
    storage,
    identity: createIdentity({
      publishableKey: config.CLERK_PUBLISHABLE_KEY,
      secretKey: config.CLERK_SECRET_KEY,
      apiUrl: config.CLERK_API_URL,
      jwtKey: config.CLERK_JWT_KEY,
      proxyUrl: config.CLERK_PROXY_URL,
      appOrigin: config.APP_ORIGIN,
      apiOrigins: config.API_ORIGINS,
      webhookSecret: config.CLERK_WEBHOOK_SIGNING_SECRET,
    }),
    limiter: createLimiter({
      url: config.UPSTASH_REDIS_REST_URL,
      token: config.UPSTASH_REDIS_REST_TOKEN,
      now: () => new Date(),
      log,
    }),
    models: MODELS,
    signingKeys: readKeyRing(config),
    handOff: createHandOff(config, storage),
    log,
    appOrigin: config.APP_ORIGIN,
    apiOrigins: config.API_ORIGINS,
    now: () => new Date(),
  };
}

// Next evaluates a module once per bundle; the process must have one pool and one LISTEN.
const shared = globalThis as { t2mAdapters?: Adapters };

/** The adapters of this web process. */
export function getAdapters(): Adapters {
  shared.t2mAdapters ??= createAdapters("web");
  return shared.t2mAdapters;
}

/** @param request - only its headers, URL and method are read. */
export function createRequestContext(
  request: Request,
  options: { requestId?: string; resHeaders?: Headers; adapters?: Adapters } = {},
): RequestContext {
  const adapters = options.adapters ?? getAdapters();
  let session: ReturnType<Adapters["identity"]["authenticate"]> | undefined;
  const authenticate = () => {
    session ??= adapters.identity.authenticate(request);
    return session;
  };
  let caller: Promise<Caller | null> | undefined;
  const settle = () => {
    caller ??= authenticate().then((found) => found && findCaller(adapters, found));
    return caller;
  };
  return {
    ...adapters,
    identify: async () => (await settle())?.viewer ?? null,
    findSession: async () => (await settle())?.session ?? null,
    readClaims: async () => (await authenticate())?.claims ?? null,
    requestId: options.requestId ?? crypto.randomUUID(),
    clientAddress: clientAddressOf(request.headers),
    reportAllowance: reportAllowance(options.resHeaders),
  };
}
