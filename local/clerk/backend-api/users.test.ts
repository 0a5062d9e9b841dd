import { describe, expect, test } from "vitest";
import { openBrowser, signIn } from "../testing/browser";
import { connect, startTestClerk } from "../testing/instance";

const ADA = { emailAddress: ["Ada@T2M.test"], password: "t2m-demo-2026", firstName: "Ada" };

describe("users through @clerk/backend", () => {
  test("a new user is found by address, whatever its case, and counted by the same filter", async () => {
    const { api } = await startTestClerk();
    const ada = await api.users.createUser({ ...ADA, publicMetadata: { role: "admin" } });
    await api.users.createUser({ emailAddress: ["bob@t2m.test"], password: "another-one" });
    const found = await api.users.getUserList({ emailAddress: ["ADA@t2m.test"] });
    expect(found.data.map(({ id }) => id)).toEqual([ada.id]);
    expect(found.totalCount).toBe(1);
    expect(await api.users.getCount()).toBe(2);
    expect(ada).toMatchObject({
      firstName: "Ada",
      passwordEnabled: true,
      publicMetadata: { role: "admin" },
      primaryEmailAddress: {
        emailAddress: "ada@t2m.test",
        verification: { status: "verified" },
      },
    });
    expect(ada.imageUrl).toMatch(/^\/__clerk\/avatar\.svg\?initials=A&hue=\d+$/);
  });

  test("lists come in the order and the pages that were asked for", async () => {
    const { api } = await startTestClerk();
    for (const name of ["c", "a", "b"]) {
      await api.users.createUser({ emailAddress: [`${name}@t2m.test`], password: "long-enough" });
    }
    const page = await api.users.getUserList({ orderBy: "+email_address", limit: 2, offset: 1 });
    const addresses = page.data.map((user) => user.primaryEmailAddress?.emailAddress);
    expect(addresses).toEqual(["b@t2m.test", "c@t2m.test"]);
    expect(page.totalCount).toBe(3);
  });

  test("a search finds by part of a name, and its wildcards are plain letters", async () => {
    const { api } = await startTestClerk();
    await api.users.createUser(ADA);
    expect((await api.users.getUserList({ query: "dA" })).totalCount).toBe(1);
    expect((await api.users.getUserList({ query: "%" })).totalCount).toBe(0);
  });

  test("metadata is merged deeply, null takes a key away, and replacing replaces", async () => {
    const { api } = await startTestClerk();
    const { id } = await api.users.createUser({
      ...ADA,
      publicMetadata: { role: "user", flags: { a: 1, b: 2 } },
      privateMetadata: { note: "kept" },
    });
    const merged = await api.users.updateUserMetadata(id, {
      publicMetadata: { role: null, flags: { b: null, c: 3 } },
    });
    expect(merged.publicMetadata).toEqual({ flags: { a: 1, c: 3 } });
    expect(merged.privateMetadata).toEqual({ note: "kept" });
    const replaced = await api.users.replaceUserMetadata(id, { publicMetadata: { role: "admin" } });
    expect(replaced.publicMetadata).toEqual({ role: "admin" });
  });

  test("a changed password is the only one that signs in", async () => {
    const { api, url } = await startTestClerk();
    const { id } = await api.users.createUser(ADA);
    await api.users.updateUser(id, { password: "a-new-password", lastName: "Lovelace" });
    const refused = await signIn(openBrowser(url), "ada@t2m.test", ADA.password);
    expect(refused.body.errors[0].code).toBe("form_password_incorrect");
    const welcomed = await signIn(openBrowser(url), "ada@t2m.test", "a-new-password");
    expect(welcomed.body.response.status).toBe("complete");
  });

  test("a taken address, a short password, a missing one and an unknown field are refused", async () => {
    const { api } = await startTestClerk();
    await api.users.createUser(ADA);
    const codeOf = (params: object) =>
      api.users.createUser(params as typeof ADA).then(
        () => "created",
        (error) => `${error.status} ${error.errors[0].code} ${error.errors[0].meta?.paramName}`,
      );
    const eve = { emailAddress: ["eve@t2m.test"], password: "long-enough" };
    expect(await codeOf(ADA)).toBe("422 form_identifier_exists email_address");
    expect(await codeOf({ ...eve, password: "short" })).toBe(
      "422 form_password_length_too_short password",
    );
    expect(await codeOf({ emailAddress: eve.emailAddress })).toBe(
      "422 form_param_missing password",
    );
    expect(await codeOf({ ...eve, username: "eve" })).toBe("422 form_param_unknown username");
    expect(await codeOf({ ...eve, emailAddress: ["no address"] })).toBe(
      "422 form_param_format_invalid email_address",
    );
    expect(await api.users.getCount()).toBe(1);
  });

  test("a deleted user is gone, and so are their sessions", async () => {
    const { api, url } = await startTestClerk();
    const { id } = await api.users.createUser(ADA);
    const browser = openBrowser(url);
    await signIn(browser, "ada@t2m.test", ADA.password);
    expect(await api.users.deleteUser(id)).toMatchObject({ id, deleted: true });
    await expect(api.users.getUser(id)).rejects.toMatchObject({ status: 404 });
    expect((await browser.get("/v1/client")).body.response.sessions).toEqual([]);
  });

  test("a banned user loses every session and cannot come back until the ban is lifted", async () => {
    const { api, url } = await startTestClerk();
    const { id } = await api.users.createUser(ADA);
    const browser = openBrowser(url);
    await signIn(browser, "ada@t2m.test", ADA.password);
    expect((await api.users.banUser(id)).banned).toBe(true);
    expect((await browser.get("/v1/client")).body.response.sessions).toEqual([]);
    const refused = await signIn(browser, "ada@t2m.test", ADA.password);
    expect([refused.status, refused.body.errors[0].code]).toEqual([403, "user_banned"]);
    await api.users.unbanUser(id);
    expect((await signIn(browser, "ada@t2m.test", ADA.password)).status).toBe(200);
  });

  test("another secret key is refused", async () => {
    const { url } = await startTestClerk();
    const stranger = connect(url, "sk_test_another");
    await expect(stranger.users.getUserList()).rejects.toMatchObject({
      status: 401,
      errors: [{ code: "secret_key_invalid" }],
    });
  });
});
