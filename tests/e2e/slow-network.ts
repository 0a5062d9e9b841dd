import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Transform } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

export type SlowNetwork = Awaited<ReturnType<typeof startSlowNetwork>>;

/**
 * A proxy for a browser that has a bad line: what DevTools slows down is everything but films.
 * @param bytesPerSecond - at which each file comes; the pages come as fast as they can.
 */
export async function startSlowNetwork(bytesPerSecond: number) {
  let isCut = false;
  const server = createServer((incoming, answer) => {
    if (isCut) return void incoming.destroy();
    const { method, headers, url = "" } = incoming;
    const onward = request(url, { method: method ?? "GET", headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      if (url.includes("/api/files/secure/")) response.pipe(slowly(bytesPerSecond)).pipe(answer);
      else response.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every open connection breaks, and none is taken until `mend`. */
    cut(): void {
      isCut = true;
      server.closeAllConnections();
    },
    mend(): void {
      isCut = false;
    },
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}

function slowly(bytesPerSecond: number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const piece = Math.ceil(bytesPerSecond / 10);
      const send = async () => {
        for (let at = 0; at < chunk.length; at += piece) {
          const part = chunk.subarray(at, at + piece);
          this.push(part);
          await wait((1000 * part.length) / bytesPerSecond);
        }
      };
      send().then(() => done(), done);
    },
  });
}
