import { readdir } from "node:fs/promises";

// `npm run bench` runs all, `npm run bench render delivery` runs those.
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.replace(/\.ts$/, ""));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark named ${unknown.join(", ")}. There are: ${names.join(", ")}.`,
  );
  process.exit(1);
}

for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`\n── ${name} ──`);
  const { run } = await import(`./${name}.ts`);
  await run();
}
