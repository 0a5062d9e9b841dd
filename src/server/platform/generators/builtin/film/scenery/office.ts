import { css, mix } from "../color";
import { type StageSet, shade } from "../stage-set";
import { addCounter, addWall, drawWindow, lightRoom } from "./interior";

export function office(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  addWall(
    set,
    [176, 190, 208],
    [120, 128, 146],
    groundY + set.unit * 0.06,
    (context, width, lights) => {
      const mid = width / 2;
      for (const x of [-1.1, -0.34, 0.42, 1.18]) {
        drawWindow(
          set,
          context,
          lights,
          mid + set.unit * (x - 0.06),
          groundY - set.unit * 0.62,
          set.unit * 0.5,
          set.unit * 0.46,
        );
        lights.fillStyle = css(mix(set.palette.haze, [60, 70, 110], 0.55));
        for (let tower = 0; tower < 5; tower++) {
          const high = set.unit * set.random.between(0.06, 0.22);
          lights.fillRect(
            mid + set.unit * (x - 0.05 + tower * 0.095),
            groundY - set.unit * 0.16 - high,
            set.unit * 0.075,
            high,
          );
        }
      }
      context.fillStyle = css(shade(set, [240, 240, 244], 0.9));
      context.fillRect(
        0,
        -set.height * 0.1,
        width,
        Math.max(0, groundY - set.unit * 0.72 + set.height * 0.1),
      );
    },
  );
  addCounter(set, [222, 200, 170], [110, 116, 136]);
}
