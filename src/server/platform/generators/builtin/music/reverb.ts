import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";

/** Lengths in samples with no common factor, so that the echoes never pile up. */
const DELAYS = [1_613, 2_081, 2_633, 3_137] as const;
const DAMPING = 0.35;

/**
 * A room: a feedback delay network of four lines mixed by a Hadamard matrix
 * (Jot & Chaigne, AES 90th Convention, 1991). Writes the echo of `input` over `input`.
 */
export function reverberate(input: Soundtrack, seconds: number) {
  const lines = DELAYS.map((length) => ({
    memory: new Float32Array(length),
    at: 0,
    damped: 0,
    // After `seconds` a line's sound has fallen by 60 dB.
    gain: 10 ** ((-3 * length) / (seconds * SAMPLE_RATE)),
  }));
  const [a, b, c, d] = lines as [Line, Line, Line, Line];
  for (let index = 0; index < input.left.length; index++) {
    const left = input.left[index] ?? 0;
    const right = input.right[index] ?? 0;
    const [outA, outB, outC, outD] = [read(a), read(b), read(c), read(d)];
    input.left[index] = outA + outC;
    input.right[index] = outB + outD;
    write(a, left + (outA + outB + outC + outD) / 2);
    write(b, right + (outA - outB + outC - outD) / 2);
    write(c, left + (outA + outB - outC - outD) / 2);
    write(d, right + (outA - outB - outC + outD) / 2);
  }
}

type Line = { memory: Float32Array; at: number; damped: number; gain: number };

function read(line: Line): number {
  const value = line.memory[line.at] ?? 0;
  line.damped += (value - line.damped) * (1 - DAMPING);
  return line.damped * line.gain;
}

function write(line: Line, value: number) {
  line.memory[line.at] = value;
  line.at = line.at + 1 === line.memory.length ? 0 : line.at + 1;
}
