/** One step of an outline, in pixels; `y` grows downwards. */
export type Step =
  | { type: 'M'; x: number; y: number }
  | { type: 'L'; x: number; y: number }
  | { type: 'Q'; x1: number; y1: number; x: number; y: number }
  | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: 'Z' };

/** How much of each pixel an outline covers, 0 to 1, row by row. */
export interface Coverage {
  width: number;
  height: number;
  values: Float32Array;
}

/** Curves become this many lines: more than enough at the sizes of a picture. */
const pieces = 8;

/**
 * Adds the signed area right of a line to the pixels it passes; summed along a row this gives the
 * share of each pixel inside the outline (the method of Raph Levien's font-rs).
 */
function addLine(
  area: Float32Array,
  width: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
) {
  if (ay === by) return;
  const sign = ay < by ? 1 : -1;
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < Math.ceil(y1); row += 1) {
    const start = row * width;
    const high = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * high;
    const d = high * sign;
    const [left, right] = x < next ? [x, next] : [next, x];
    const first = Math.floor(left);
    const last = Math.ceil(right);
    if (last <= first + 1) {
      const middle = (x + next) / 2 - first;
      area[start + first]! += d - d * middle;
      area[start + first + 1]! += d * middle;
    } else {
      const s = 1 / (right - left);
      const head = (s * (1 - (left - first)) ** 2) / 2;
      const tail = (s * (right - last + 1) ** 2) / 2;
      area[start + first]! += d * head;
      if (last === first + 2) area[start + first + 1]! += d * (1 - head - tail);
      else {
        const second = s * (1.5 - (left - first));
        area[start + first + 1]! += d * (second - head);
        for (let column = first + 2; column < last - 1; column += 1) area[start + column]! += d * s;
        const most = second + (last - first - 3) * s;
        area[start + last - 1]! += d * (1 - most - tail);
      }
      area[start + last]! += d * tail;
    }
    x = next;
  }
}

/** The coverage of an outline that lies within `width` by `height` pixels. */
export function coverOutline(steps: readonly Step[], width: number, height: number): Coverage {
  // A line that ends on the right edge adds to the pixel behind it.
  const area = new Float32Array(width * height + 2);
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    addLine(area, width, x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (const step of steps) {
    if (step.type === 'Z') lineTo(startX, startY);
    else if (step.type === 'M') {
      [x, y, startX, startY] = [step.x, step.y, step.x, step.y];
    } else if (step.type === 'L') lineTo(step.x, step.y);
    else {
      const [fromX, fromY] = [x, y];
      for (let piece = 1; piece <= pieces; piece += 1) {
        const t = piece / pieces;
        const u = 1 - t;
        if (step.type === 'Q') {
          lineTo(
            u * u * fromX + 2 * u * t * step.x1 + t * t * step.x,
            u * u * fromY + 2 * u * t * step.y1 + t * t * step.y,
          );
        } else {
          lineTo(
            u ** 3 * fromX + 3 * u * u * t * step.x1 + 3 * u * t * t * step.x2 + t ** 3 * step.x,
            u ** 3 * fromY + 3 * u * u * t * step.y1 + 3 * u * t * t * step.y2 + t ** 3 * step.y,
          );
        }
      }
    }
  }
  const values = new Float32Array(width * height);
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += area[index]!;
    values[index] = Math.min(1, Math.abs(sum));
  }
  return { width, height, values };
}
