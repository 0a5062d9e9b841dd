import { problemResponse } from "~/server/api/problem";
import { AppError } from "~/server/errors";

/** Programs ask here: what is not there is said in JSON, never by a page. */
function answer(): Response {
  const error = new AppError("NOT_FOUND", "There is nothing at this address of the API.");
  return problemResponse(error, crypto.randomUUID());
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
