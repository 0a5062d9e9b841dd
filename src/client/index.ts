export { createT2MClient, type T2MClient, type T2MClientOptions } from "./client";
export { T2MProvider, t2m } from "./react";
export { API_TEMPLATE, useApiToken } from "./use-api-token";
