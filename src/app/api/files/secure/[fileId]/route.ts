import { getAdapters } from "~/server/context";
import { respondWithFile } from "~/server/delivery/service";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

type Params = { params: Promise<{ fileId: string }> };

async function answer(request: Request, { params }: Params): Promise<Response> {
  return respondWithFile(getAdapters(), request, (await params).fileId);
}

export { answer as GET, answer as HEAD };
