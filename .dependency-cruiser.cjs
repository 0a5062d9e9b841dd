/** The laws of the house. `npm run check` fails with the comment of the law that an import breaks. */
const TESTS = "\\.test\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third. Break the circle.",
      severity: "error",
      from: { path: "^src" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "rooms-show-their-face-only",
      comment: "Another room is entered by its service.ts or schema.ts; the rest of it is private.",
      severity: "error",
      from: { path: "^src/server/(?!platform|api)([^/]+)/", pathNot: TESTS },
      to: {
        path: "^src/server/(?!platform|api)([^/]+)/",
        pathNot: ["^src/server/$1/", "/(service|schema)\\.ts$"],
      },
    },
    {
      name: "doors-use-a-rooms-face",
      comment:
        "Pages, the worker and the wire call a room through service.ts, schema.ts or the API.",
      severity: "error",
      from: { path: "^src/(app|worker|trpc|components|front)/", pathNot: TESTS },
      to: {
        path: "^src/server/(?!platform|api)([^/]+)/",
        pathNot: "/(service|schema)\\.ts$",
      },
    },
    {
      name: "only-routers-know-trpc",
      comment:
        "A service is called by the worker and by tests too: tRPC's words stay in router.ts and api/.",
      severity: "error",
      from: { path: "^src/server/", pathNot: ["/router\\.ts$", "^src/server/api/", TESTS] },
      to: { path: "^node_modules/@trpc/" },
    },
    {
      name: "routers-touch-no-adapter",
      comment:
        "A router line hands input to a service. What it needs, the service takes from the context.",
      severity: "error",
      from: { path: "^src/server/.*/router\\.ts$" },
      to: { path: "^src/server/platform/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "platform-knows-no-room",
      comment: "What we rent does not know what we use it for; its own schemas may be shared.",
      severity: "error",
      from: { path: "^src/server/platform/", pathNot: TESTS },
      to: { path: "^src/server/(?!platform/|errors\\.ts)" },
    },
    {
      name: "only-the-context-builds-adapters",
      comment:
        "Adapters are made once, in context.ts. Import the type and take the thing as an argument.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["^src/server/(worker-)?context\\.ts$", "^src/server/platform/", TESTS],
      },
      to: {
        path: "^src/server/platform/(db|log|queue|events|file-lookup|storage|identity|ratelimit|generators)",
        pathNot: ["/schema\\.ts$", "/stand-in-guard\\.ts$", "/generators/models\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "the-browser-takes-schemas-or-types",
      comment: "Server code in a browser bundle leaks or breaks: import schema.ts, or a type.",
      severity: "error",
      from: {
        path: [
          "^src/client/",
          "^src/components/",
          "^src/trpc/(react|links|errors|query-client)",
          "^src/app/",
        ],
        pathNot: ["^src/app/.*(page|layout|route|manifest)\\.tsx?$", TESTS],
      },
      to: {
        path: ["^src/server/", "^src/env\\.ts$", "^src/trpc/(server|absent)\\.ts$"],
        pathNot: "/schema\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rooms-are-handed-their-adapters",
      comment:
        "A room that fetches adapters itself cannot be tested or traced: take them as an argument.",
      severity: "error",
      from: { path: "^src/server/(?!api/|(worker-)?context\\.ts)", pathNot: TESTS },
      to: { path: "^src/server/(worker-)?context\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "vendors-enter-through-platform",
      comment:
        "What we rent is spoken to in src/server/platform alone, so that it can be replaced there.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/server/platform/", TESTS] },
      to: {
        path: "^node_modules/(pg|pg-boss|pino|@upstash|@clerk/backend|@prisma/adapter-pg|node-av|@napi-rs/canvas)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "schemas-run-anywhere",
      comment: "schema.ts runs in the browser: zod and other schemas only.",
      severity: "error",
      from: { path: "^src/server/.*/schema\\.ts$" },
      to: { pathNot: ["/schema\\.ts$", "^node_modules/zod/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-server-never-looks-up",
      comment: "Doors know rooms, rooms do not know doors.",
      severity: "error",
      from: { path: "^src/server/", pathNot: TESTS },
      to: { path: "^src/(app|front|worker|trpc|components)/" },
    },
    {
      name: "src-stands-alone",
      comment: "The product does not know that stand-ins, tests or benchmarks exist.",
      severity: "error",
      from: { path: "^src/", pathNot: TESTS },
      to: { path: "^(local|tests|bench|tools|prisma)/" },
    },
    {
      name: "no-dev-dependency-in-src",
      comment: "A package that src imports is a dependency, not a devDependency.",
      severity: "error",
      from: { path: "^src/", pathNot: [TESTS, "/prepare\\.mjs$"] },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "^node_modules/@types/",
      },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/generated/" },
    enhancedResolveOptions: { conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
