export { answerProbe } from "./probes/answer-probe";
export { type DoctorInput, runDoctor } from "./run-doctor";
