import { createRequestContext } from "~/server/context";
import { createUploads } from "~/server/uploads/service";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

const uploads = createUploads();

async function answer(request: Request): Promise<Response> {
  return uploads.respond(createRequestContext(request), request, request.body);
}

export { answer as DELETE, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST };
