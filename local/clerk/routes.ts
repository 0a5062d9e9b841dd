import { showKeys } from "./backend-api/jwks";
import * as metadata from "./backend-api/metadata";
import * as sessions from "./backend-api/sessions";
import * as signInTokens from "./backend-api/sign-in-tokens";
import * as testingTokens from "./backend-api/testing-tokens";
import * as users from "./backend-api/users";
import { sendAvatar } from "./frontend-api/avatar";
import { bare, currentClient, enveloped } from "./frontend-api/browser";
import * as devices from "./frontend-api/devices";
import { showEnvironment } from "./frontend-api/environment";
import { shakeHands } from "./frontend-api/handshake";
import * as me from "./frontend-api/me";
import { sendScript } from "./frontend-api/scripts";
import * as own from "./frontend-api/sessions";
import * as signIn from "./frontend-api/sign-ins";
import * as signUp from "./frontend-api/sign-ups";
import { showMailbox, showMailboxJson } from "./mailbox/mailbox";
import { openDoor } from "./router";

/** Everything that is imitated. What is not listed is refused and logged. */
export const ROUTES = [
  ...openDoor("frontend", {
    "GET /npm/@clerk/:package/dist/:file": sendScript,
    "GET /avatar.svg": sendAvatar,
    "GET /.well-known/jwks.json": showKeys,
    "GET /v1/environment": showEnvironment,
    "PATCH /v1/environment": showEnvironment,
    "GET /v1/client/handshake": shakeHands,
    "GET /v1/client": enveloped(currentClient),
    "DELETE /v1/client": enveloped(own.removeAll),
    "POST /v1/client/sign_ins": enveloped(signIn.beginSignIn),
    "GET /v1/client/sign_ins/:id": enveloped(signIn.showSignIn),
    "POST /v1/client/sign_ins/:id/prepare_first_factor": enveloped(signIn.prepareFirstFactor),
    "POST /v1/client/sign_ins/:id/attempt_first_factor": enveloped(signIn.attemptFirstFactor),
    "POST /v1/client/sign_ins/:id/reset_password": enveloped(signIn.resetPassword),
    "POST /v1/client/sign_ups": enveloped(signUp.beginSignUp),
    "GET /v1/client/sign_ups/:id": enveloped(signUp.showSignUp),
    "PATCH /v1/client/sign_ups/:id": enveloped(signUp.continueSignUp),
    "POST /v1/client/sign_ups/:id/prepare_verification": enveloped(signUp.prepareVerification),
    "POST /v1/client/sign_ups/:id/attempt_verification": enveloped(signUp.attemptVerification),
    "DELETE /v1/client/sessions": enveloped(own.removeAll),
    "POST /v1/client/sessions/:id/touch": enveloped(own.touch),
    "POST /v1/client/sessions/:id/end": enveloped(own.end),
    "POST /v1/client/sessions/:id/remove": enveloped(own.remove),
    "POST /v1/client/sessions/:id/tokens": bare(own.createToken),
    "POST /v1/client/sessions/:id/tokens/:template": bare(own.createTemplateToken),
    "GET /v1/me": enveloped(me.showMe),
    "PATCH /v1/me": enveloped(me.updateMe),
    "POST /v1/me/change_password": enveloped(me.changePassword),
    "GET /v1/me/sessions": bare(devices.listAll),
    "GET /v1/me/sessions/active": bare(devices.listActive),
    "POST /v1/me/sessions/:id/revoke": enveloped(devices.revoke),
  }),
  ...openDoor("backend", {
    "GET /v1/jwks": showKeys,
    "GET /v1/users": users.list,
    "POST /v1/users": users.create,
    "GET /v1/users/count": users.count,
    "GET /v1/users/:id": users.get,
    "PATCH /v1/users/:id": users.update,
    "DELETE /v1/users/:id": users.remove,
    "PATCH /v1/users/:id/metadata": metadata.merge,
    "PUT /v1/users/:id/metadata": metadata.replace,
    "POST /v1/users/:id/ban": users.ban,
    "POST /v1/users/:id/unban": users.unban,
    "GET /v1/sessions": sessions.list,
    "POST /v1/sessions": sessions.create,
    "GET /v1/sessions/:id": sessions.get,
    "POST /v1/sessions/:id/revoke": sessions.revoke,
    "POST /v1/sessions/:id/tokens": sessions.createToken,
    "POST /v1/sessions/:id/tokens/:template": sessions.createToken,
    "POST /v1/sign_in_tokens": signInTokens.create,
    "POST /v1/sign_in_tokens/:id/revoke": signInTokens.revoke,
    "POST /v1/testing_tokens": testingTokens.create,
  }),
  ...openDoor("loopback", {
    "GET /mailbox": showMailbox,
    "GET /mailbox.json": showMailboxJson,
  }),
];
