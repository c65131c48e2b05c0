import { seededRandom } from '../../cli/seeded-random.ts';

const walls = ['#f2e3c6', '#efd9b4', '#e6cfa4', '#f6ead2', '#d9c7a5'];
const roofs = ['#a5482f', '#8c3b2a', '#b55a3a', '#7c3a30'];
const awnings = ['#b23a3a', '#e0a63a', '#3f7d6b', '#3c6ea0', '#8a4f7d'];
/** The item at a share of a list, from 0 up to, but not including, 1. */
const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)] as T;

/** A street of houses with tiled roofs, standing on the line `y`. */
export const houses = (seed: number, y: number, count: number): string => {
  const random = seededRandom(seed);
  const width = 1600 / count;
  return Array.from({ length: count }, (_, n) => {
    const x = n * width;
    const height = 130 + random() * 130;
    const top = y - height;
    const windows = [0.2, 0.6].map(
      (at) =>
        `<rect x="${x + width * at}" y="${top + 45}" width="${width * 0.18}" height="40" fill="#5b7f8f"/>`,
    );
    return `<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="${pick(walls, random())}"/><polygon points="${x - 10},${top} ${x + width / 2},${top - 60 - random() * 30} ${x + width + 10},${top}" fill="${pick(roofs, random())}"/>${windows.join('')}<rect x="${x + width * 0.42}" y="${y - 75}" width="${width * 0.18}" height="75" fill="#6b4a33"/>`;
  }).join('');
};

/** Market stalls with striped awnings and piles of fruit, standing on the line `y`. */
export const stalls = (seed: number, y: number, count: number): string => {
  const random = seededRandom(seed);
  const width = 1600 / count;
  return Array.from({ length: count }, (_, n) => {
    const x = n * width + 12;
    const wide = width - 24;
    const colour = pick(awnings, random());
    const stripes = Array.from(
      { length: 6 },
      (__, s) =>
        `<rect x="${x + (s * wide) / 6}" y="${y - 210}" width="${wide / 12}" height="58" fill="#fff" opacity=".55"/>`,
    );
    const fruit = Array.from(
      { length: 14 },
      () =>
        `<circle cx="${x + 20 + random() * (wide - 40)}" cy="${y - 62 - random() * 26}" r="13" fill="${pick(['#d9622b', '#c8352f', '#e6b23c', '#7da23e', '#5f8f3f'], random())}"/>`,
    );
    return `<rect x="${x}" y="${y - 210}" width="${wide}" height="58" fill="${colour}"/>${stripes.join('')}<rect x="${x + 8}" y="${y - 152}" width="7" height="152" fill="#6b4a33"/><rect x="${x + wide - 15}" y="${y - 152}" width="7" height="152" fill="#6b4a33"/>${fruit.join('')}<rect x="${x + 8}" y="${y - 58}" width="${wide - 16}" height="58" fill="#9a6b43"/>`;
  }).join('');
};

/** Shelves of eight pots, each of a slightly different shape. */
export const pots = (seed: number, rows: number): string => {
  const random = seededRandom(seed);
  const glazes = ['#8c4a2f', '#a86b3c', '#5f7d78', '#c9a574', '#6d3b2e', '#45606b'];
  return Array.from({ length: rows }, (_, row) => {
    const y = 300 + row * 290;
    const shelf = `<rect y="${y}" width="1600" height="24" fill="#6b4a33"/>`;
    const line = Array.from({ length: 8 }, (__, n) => {
      const x = 110 + n * 198;
      const [belly, height] = [48 + random() * 32, 120 + random() * 80];
      const neck = 16 + random() * 18;
      return `<path fill="${pick(glazes, random())}" d="M${x - neck},${y - height} C${x - neck},${y - height * 0.8} ${x - belly * 1.5},${y - height * 0.55} ${x - belly * 0.7},${y} H${x + belly * 0.7} C${x + belly * 1.5},${y - height * 0.55} ${x + neck},${y - height * 0.8} ${x + neck},${y - height}Z"/><ellipse cx="${x}" cy="${y - height}" rx="${neck + 5}" ry="7" fill="#2f2420"/>`;
    });
    return line.join('') + shelf;
  }).join('');
};

/** A string of paper lanterns across the picture. */
export const lanterns = (seed: number): string => {
  const random = seededRandom(seed);
  const lights = Array.from({ length: 16 }, (_, n) => {
    const x = 60 + n * 100;
    const y = 180 + 120 * Math.sin(n / 2.4) + random() * 60;
    const size = 34 + random() * 22;
    const colour = pick(['#e8503a', '#f2a93b', '#e6d25a', '#d9437a', '#6bb38a'], random());
    return `<path d="M${x},60 V${y - size}" stroke="#3a3048" stroke-width="3"/><ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 1.15}" fill="${colour}"/><ellipse cx="${x}" cy="${y}" rx="${size * 0.4}" ry="${size * 1.15}" fill="#fff" opacity=".25"/><rect x="${x - 3}" y="${y + size * 1.15}" width="6" height="34" fill="${colour}"/>`;
  });
  return `<path d="M0,70 Q800,30 1600,70" fill="none" stroke="#3a3048" stroke-width="5"/>${lights.join('')}`;
};

/** Roofed boats on the water, at or up to 130 pixels below `y`. */
export const boats = (seed: number, y: number, count: number): string => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const x = 180 + n * (1300 / count) + random() * 80;
    const at = y + random() * 130;
    return `<path fill="#4a3428" d="M${x},${at} q90,46 190,0 l-22,34 q-70,22 -146,0z"/><path fill="#c9a574" d="M${x + 55},${at + 6} q45,-66 90,0z"/>`;
  }).join('');
};

/** A long public building with columns, a wide roof and steps, standing on the line `y`. */
export const hall = (y: number, wall: string): string => {
  const columns = Array.from(
    { length: 9 },
    (_, n) => `<rect x="${335 + n * 115}" y="${y - 260}" width="24" height="260" fill="#fff"/>`,
  );
  const windows = Array.from(
    { length: 8 },
    (_, n) => `<rect x="${375 + n * 115}" y="${y - 210}" width="56" height="96" fill="#54798c"/>`,
  );
  return `<rect x="300" y="${y - 280}" width="1000" height="280" fill="${wall}"/>${windows.join('')}${columns.join('')}<polygon points="250,${y - 280} 800,${y - 430} 1350,${y - 280}" fill="#9b3f2c"/><rect x="720" y="${y - 120}" width="160" height="120" fill="#6b4a33"/><rect x="260" y="${y}" width="1080" height="18" fill="#d8cdb8"/><rect x="230" y="${y + 18}" width="1140" height="18" fill="#c6b9a1"/>`;
};
