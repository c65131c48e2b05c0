import { seededRandom } from '../../cli/seeded-random.ts';

/** The size of every drawing, in pixels. */
export const canvas = { width: 1600, height: 1000 };

/** A sky graded from `top` to `bottom`, with a sun or moon at `x`, `y`. */
export const sky = (top: string, bottom: string, light: string, x: number, y: number) => `
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
<rect width="1600" height="1000" fill="url(#sky)"/><circle cx="${x}" cy="${y}" r="70" fill="${light}"/>`;

/** Layers of ridges, each lower than the one behind it; `colours` go from far to near. */
export const ridges = (seed: number, horizon: number, colours: readonly string[]): string => {
  const random = seededRandom(seed);
  return colours
    .map((colour, row) => {
      const base = horizon + row * 55;
      const waves = [1, 2, 3].map((n) => ({
        height: (90 - row * 18) / n,
        phase: random() * 6,
        length: 260 / n + random() * 200,
      }));
      const points = Array.from({ length: 65 }, (_, n) => {
        const x = n * 25;
        const y = waves.reduce(
          (sum, { height, phase, length }) => sum - height * Math.sin(x / length + phase),
          base,
        );
        return `${x},${y.toFixed(0)}`;
      });
      return `<polygon fill="${colour}" points="0,1000 ${points.join(' ')} 1600,1000"/>`;
    })
    .join('');
};

/** Water from `y` down to the bottom edge, with glints. */
export const water = (seed: number, y: number, colour: string, glint: string): string => {
  const random = seededRandom(seed);
  const glints = Array.from({ length: 60 }, () => {
    const depth = random();
    const at = y + 12 + depth * (canvas.height - y - 20);
    return `<rect x="${(random() * 1600).toFixed(0)}" y="${at.toFixed(0)}" width="${(20 + depth * 130).toFixed(0)}" height="${(1.5 + depth * 4).toFixed(1)}" rx="2"/>`;
  });
  return `<rect y="${y}" width="1600" height="${1000 - y}" fill="${colour}"/><g fill="${glint}" opacity=".55">${glints.join('')}</g>`;
};

/** A row of trees, each a trunk and two crowns, rooted at `y`. */
export const trees = (seed: number, y: number, count: number, colour: string): string => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const x = (n + 0.2 + random() * 0.6) * (1600 / count);
    const size = 34 + random() * 30;
    return `<rect x="${x - 4}" y="${y - size}" width="8" height="${size}" fill="#5b4636"/><circle cx="${x}" cy="${y - size * 1.3}" r="${size * 0.8}" fill="${colour}"/><circle cx="${x + size * 0.4}" cy="${y - size}" r="${size * 0.55}" fill="${colour}"/>`;
  }).join('');
};
