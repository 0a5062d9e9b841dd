export { createUploads, type Uploads } from "./respond";
export { createUploadSweep } from "./sweep";
