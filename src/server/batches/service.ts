export { cancelBatch, pauseBatch, resumeBatch } from "./change";
export { createBatch } from "./create";
export { planBatch } from "./plan";
export { getBatch, listBatches, listBatchRows } from "./read";
