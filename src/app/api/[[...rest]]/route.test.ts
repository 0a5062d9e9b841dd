import { expect, test } from "vitest";
import * as route from "./route";

test.each(Object.entries(route))(
  "%s of an address that is not there is answered in JSON",
  async (_method, answer) => {
    const response = answer();
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.json()).toEqual({
      error: {
        code: "NOT_FOUND",
        message: "There is nothing at this address of the API.",
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  },
);
