export { consultDoctor } from "./doctor";
export { getSystem } from "./get-system";
export { showWhoAmI } from "./who-am-i";
