import { publicProcedure, router } from "~/server/api/procedures";
import { SendMessageInput } from "./schema";
import { sendMessage } from "./service";

export const contactRouter = router({
  send: publicProcedure
    .meta({ limit: "contact.send" })
    .input(SendMessageInput)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
});
