import path from "node:path";
import { buildClient } from "./build-client";

// `npm run build:client`: the package that other React apps install.
const root = path.join(import.meta.dirname, "../..");
await buildClient({ root, out: path.join(root, "dist/client"), withTypes: true });
console.log(
  "dist/client holds the package t2m with its entry t2m/client: npm install ./dist/client",
);
