import { numberText } from '../../../../shared/pages/numbers.ts';
import { barsOf } from './bars.ts';

/** Pixels: the bars, and the line of names below them. */
const height = 160;
const footer = 24;
/** Pixels above the bars for the number of the axis. */
const header = 20;

type Props = { values: readonly { name: string; value: number }[] };

/** A bar chart as wide as its place. It is hidden from screen readers: the table below it says the same. */
export const BarChart = ({ values }: Props) => {
  const { top, bars } = barsOf(values);
  return (
    <svg class="bar-chart" height={header + height + footer} aria-hidden="true" focusable="false">
      {[1, 0.5, 0].map((share) => (
        <line
          key={share}
          x1="0"
          x2="100%"
          y1={header + (1 - share) * height}
          y2={header + (1 - share) * height}
        />
      ))}
      <text class="axis" x="0" y={header - 6}>
        {numberText(top)}
      </text>
      {bars.map(({ name, left, width, height: share, isNamed }) => (
        <g key={name}>
          <rect
            x={`${left}%`}
            width={`${width}%`}
            y={header + height * (1 - share / 100)}
            height={(height * share) / 100}
          />
          {isNamed && (
            <text x={`${left + width / 2}%`} y={header + height + footer - 6}>
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
};
