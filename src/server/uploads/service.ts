export { createUploads, type Uploads } from "./respond";
