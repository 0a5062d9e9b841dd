export { listAudit } from "./audit/list";
