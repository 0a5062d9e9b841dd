export { createUploads } from "./respond";
export { createUploadSweep } from "./sweep";
