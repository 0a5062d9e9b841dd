import ts from "typescript";

/**
 * The type of the API's router with every input and output spelled out, so that another app needs none
 * of the server's sources or packages to check its calls.
 * @param root - the project's folder.
 * @returns the text of a `.d.ts` that exports `ApiRouter`.
 */
export function spellRouterType(root: string): string {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const entry = `${root}/src/server/api/root.ts`;
  const program = ts.createProgram([entry], { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const router = module && checker.getExportsOfModule(module).find((it) => it.name === "appRouter");
  if (!router) throw new Error(`${entry} exports no appRouter.`);
  const speller = createSpeller(program, checker);
  const record = speller.path(checker.getTypeOfSymbol(router), "_def", "record");
  return `${HEAD}\nexport type ApiRouter = TRPCBuiltRouter<Root, ${spellRecord(speller, record)}>;\n`;
}

const HEAD = `import type {
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from "@trpc/server";

/** What every failure carries, in \`error.data\`. */
export type ApiErrorShape = {
  code: number;
  message: string;
  data: {
    code: string;
    httpStatus: number;
    path?: string;
    requestId?: string;
    retryAfterSeconds?: number;
    fieldErrors?: Record<string, string[] | undefined>;
  };
};

type Root = { ctx: object; meta: object; errorShape: ApiErrorShape; transformer: true };
`;

type Speller = ReturnType<typeof createSpeller>;

const KINDS: Record<string, string> = {
  query: "TRPCQueryProcedure",
  mutation: "TRPCMutationProcedure",
  subscription: "TRPCSubscriptionProcedure",
};

function spellRecord(speller: Speller, record: ts.Type): string {
  const lines = record.getProperties().map((property) => {
    const type = speller.typeOf(property);
    if (!type.getProperty("_def")) return `${property.name}: ${spellRecord(speller, type)};`;
    const kind = KINDS[speller.spell(speller.path(type, "_def", "type")).replaceAll('"', "")];
    const input = speller.spell(speller.path(type, "_def", "$types", "input"));
    const output = speller.spell(speller.path(type, "_def", "$types", "output"));
    return `${property.name}: ${kind}<{ input: ${input}; output: ${output}; meta: object }>;`;
  });
  return `{\n${lines.join("\n")}\n}`;
}

const PLAIN =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Never |
  ts.TypeFlags.Void |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike;

function createSpeller(program: ts.Program, checker: ts.TypeChecker) {
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbol(symbol);

  function path(type: ts.Type, ...names: string[]): ts.Type {
    return names.reduce((place, name) => {
      const property = checker.getPropertyOfType(place, name);
      if (!property) throw new Error(`${checker.typeToString(place)} has no ${name}.`);
      return typeOf(property);
    }, type);
  }

  /** @param above - what this type stands in, so that one that holds itself comes to an end. */
  function spell(type: ts.Type, above: readonly ts.Type[] = []): string {
    if (type.flags & PLAIN && !type.isUnion()) return checker.typeToString(type);
    if (above.includes(type)) return "unknown";
    const inside = [...above, type];
    if (type.flags & ts.TypeFlags.Boolean) return "boolean";
    if (type.isUnion()) {
      const parts = type.types.map((part) => spell(part, inside));
      return [...new Set(parts)].join(" | ").replace("false | true", "boolean");
    }
    const args = () => checker.getTypeArguments(type as ts.TypeReference);
    if (checker.isTupleType(type))
      return `[${args()
        .map((it) => spell(it, inside))
        .join(", ")}]`;
    if (checker.isArrayType(type))
      return `(${args()
        .map((it) => spell(it, inside))
        .join()})[]`;
    if (isOfTheLanguage(type)) {
      const given = args().map((it) => spell(it, inside));
      return `${type.symbol.name}${given.length > 0 ? `<${given.join(", ")}>` : ""}`;
    }
    return spellObject(type, inside);
  }

  function isOfTheLanguage(type: ts.Type): boolean {
    const [declaration] = type.symbol?.declarations ?? [];
    if (!declaration || type.symbol.name.startsWith("__")) return false;
    return program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  }

  function spellObject(type: ts.Type, inside: readonly ts.Type[]): string {
    const lines = checker.getPropertiesOfType(type).map((property) => {
      const mark = property.flags & ts.SymbolFlags.Optional ? "?" : "";
      return `${JSON.stringify(property.name)}${mark}: ${spell(typeOf(property), inside)}`;
    });
    const indexes = checker.getIndexInfosOfType(type).map((index) => {
      return `[key: ${checker.typeToString(index.keyType)}]: ${spell(index.type, inside)}`;
    });
    return `{ ${[...lines, ...indexes].join("; ")} }`;
  }

  return { typeOf, path, spell };
}
