import { expect, test } from "vitest";
import { RESTORE_DAYS as FILE_DAYS } from "~/server/files/change";
import { RESTORE_DAYS as VIDEO_DAYS } from "~/server/videos/remove";
import { RESTORE_DAYS } from "./retention";

test("What is deleted can be restored for as long as the privacy text says", () => {
  expect([VIDEO_DAYS, FILE_DAYS]).toEqual([RESTORE_DAYS, RESTORE_DAYS]);
});
