import { setAnswerHeaders } from "~/server/api/answer-headers";
import { problemResponse } from "~/server/api/problem";
import { getAdapters } from "~/server/context";
import { answerProbe } from "~/server/doctor/service";
import { AppError } from "~/server/errors";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ probe: string }> };

/** What `npm run doctor` sends through the public address; a signed header guards it. */
async function handle(request: Request, { params }: Params): Promise<Response> {
  try {
    return setAnswerHeaders(await answerProbe(getAdapters(), (await params).probe, request));
  } catch (error) {
    if (error instanceof AppError) return problemResponse(error, crypto.randomUUID());
    throw error;
  }
}

export { handle as GET, handle as POST };
