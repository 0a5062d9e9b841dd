import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { build } from "vite";
import { spellRouterType } from "./spell-types";

/** Stay with the app that uses it: two copies of React or of a query cache do not know each other. */
const PEERS = [
  "@tanstack/react-query",
  "@trpc/client",
  "@trpc/react-query",
  "@trpc/server",
  "react",
];
const DEPENDENCIES = ["eventsource", "superjson"];

type Input = {
  /** The project's folder. */
  root: string;
  /** Emptied, then holds the package `t2m` with its one entry `t2m/client`. */
  out: string;
  /** Types take seconds; who only runs the code can do without. */
  withTypes: boolean;
};

/** Makes of `src/client` a package that another React app can install: one file of code, and its types. */
export async function buildClient({ root, out, withTypes }: Input): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const isOutside = (name: string) => [...PEERS, ...DEPENDENCIES].some((it) => matches(name, it));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      minify: false,
      lib: { entry: `${root}/src/client/index.ts`, formats: ["es"], fileName: () => "index.js" },
      rolldownOptions: { external: isOutside, output: { banner: '"use client";' } },
    },
  });
  if (withTypes) writeTypes(root, out);
  const { version, license, dependencies } = JSON.parse(
    readFileSync(`${root}/package.json`, "utf8"),
  );
  const pick = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, dependencies[name]]));
  const manifest = {
    name: "t2m",
    version,
    license,
    type: "module",
    exports: { "./client": { types: "./types/index.d.ts", default: "./index.js" } },
    dependencies: pick(DEPENDENCIES),
    peerDependencies: pick(PEERS),
  };
  writeFileSync(`${out}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

function matches(name: string, dependency: string): boolean {
  return name === dependency || name.startsWith(`${dependency}/`);
}

/** The declarations of `src/client`, with the router's type spelled out in place of the server's. */
function writeTypes(root: string, out: string): void {
  // Not in a node_modules, where the compiler takes sources for somebody else's.
  const stage = path.join(root, ".t2m-client-types");
  cpSync(`${root}/src/client`, stage, { recursive: true, filter: (it) => !it.includes(".test.") });
  const client = readFileSync(`${stage}/client.ts`, "utf8");
  writeFileSync(
    `${stage}/client.ts`,
    client
      .replace('import type { AppRouter } from "~/server/api/root";', "")
      .replace(
        "export type ApiRouter = AppRouter;",
        'import type { ApiRouter } from "./api-router";\nexport type { ApiRouter };',
      ),
  );
  const router = spellRouterType(root);
  writeFileSync(`${stage}/api-router.ts`, router);
  const program = ts.createProgram([`${stage}/index.ts`], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: stage,
    outDir: path.join(out, "types"),
    types: [],
  });
  const { diagnostics } = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (it) => it,
        getCurrentDirectory: () => root,
        getNewLine: () => "\n",
      }),
    );
  }
  rmSync(stage, { recursive: true });
}
