import { AppError } from "~/server/errors";

export function noSuchFile(): AppError {
  return new AppError("NOT_FOUND", "There is no such file. It may have been deleted.");
}
