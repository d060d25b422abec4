/** A line of a chart. */
export interface Series {
  name: string;
  points: { x: number; y: number }[];
}

const width = 640;
const height = 360;
const margin = { top: 40, right: 150, bottom: 44, left: 56 };
const dashes = ['', '6 3', '2 3', '8 3 2 3'];

const powersAround = (values: readonly number[]): number[] => {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: Math.max(high, low + 1) - low + 1 }, (_, index) => low + index);
};

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark);

/**
 * A chart with both axes logarithmic, as an SVG file: growth by the same factor is a straight line,
 * and linear growth one at 45 degrees of the grid. All figures must be above 0.
 */
export function growthChart(chart: {
  title: string;
  x: string;
  y: string;
  series: readonly Series[];
}): string {
  const points = chart.series.flatMap((series) => series.points);
  const across = powersAround(points.map(({ x }) => x));
  const upward = powersAround(points.map(({ y }) => y));
  const place = (value: number, powers: readonly number[], from: number, to: number): number => {
    const [first = 0, last = 1] = [powers[0], powers.at(-1)];
    return Math.round(from + ((Math.log10(value) - first) / (last - first)) * (to - from));
  };
  const left = (x: number): number => place(x, across, margin.left, width - margin.right);
  const top = (y: number): number => place(y, upward, height - margin.bottom, margin.top);
  const label = (power: number): string => String(Number((10 ** power).toPrecision(1)));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1b1b1b">`,
    `<title>${escape(chart.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${margin.left}" y="20" font-size="13">${escape(chart.title)}</text>`,
    ...across.flatMap((power) => {
      const x = left(10 ** power);
      return [
        `<path d="M${x} ${margin.top}V${height - margin.bottom}" stroke="#ddd"/>`,
        `<text x="${x}" y="${height - margin.bottom + 16}" text-anchor="middle">${label(power)}</text>`,
      ];
    }),
    ...upward.flatMap((power) => {
      const y = top(10 ** power);
      return [
        `<path d="M${margin.left} ${y}H${width - margin.right}" stroke="#ddd"/>`,
        `<text x="${margin.left - 8}" y="${y + 4}" text-anchor="end">${label(power)}</text>`,
      ];
    }),
    `<text x="${width - margin.right}" y="${height - 8}" text-anchor="end">${escape(chart.x)}</text>`,
    `<text x="8" y="${margin.top - 6}">${escape(chart.y)}</text>`,
    ...chart.series.flatMap(({ name, points: own }, index) => {
      const path = own.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${left(x)} ${top(y)}`);
      const last = own.at(-1);
      const dash = dashes[index % dashes.length];
      return [
        `<path d="${path.join('')}" fill="none" stroke="#1b4f9c" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
        ...own.map(({ x, y }) => `<circle cx="${left(x)}" cy="${top(y)}" r="3" fill="#1b4f9c"/>`),
        ...(last
          ? [
              `<text x="${left(last.x) + 8}" y="${top(last.y) + 4}">${escape(name)} ${Number(last.y.toPrecision(2))}</text>`,
            ]
          : []),
      ];
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}
