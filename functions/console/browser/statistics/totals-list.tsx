import { dayText } from '../../../../shared/pages/dates.ts';
import { numberText } from '../../../../shared/pages/numbers.ts';

type Totals = {
  total: number;
  today: number;
  month: number;
  online: number;
  since: string | null;
  openingBalance: { visits: number };
};

/** The numbers of visits up to now. */
export const TotalsList = ({ totals }: { totals: Totals }) => {
  const { total, today, month, online, since, openingBalance } = totals;
  const numbers = [
    { name: 'Đang truy cập', value: online },
    { name: 'Hôm nay', value: today },
    { name: 'Tháng này', value: month },
    { name: since === null ? 'Tổng cộng' : `Tổng cộng từ ${dayText(since)}`, value: total },
  ];
  return (
    <>
      <dl class="totals">
        {numbers.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{numberText(value)}</dd>
          </div>
        ))}
      </dl>
      {openingBalance.visits > 0 && (
        <p class="hint">Tổng cộng gồm {numberText(openingBalance.visits)} lượt của bộ đếm cũ.</p>
      )}
    </>
  );
};
