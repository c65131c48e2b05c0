import { monthText } from '../../../../shared/pages/dates.ts';
import { useSite } from '../api/site-context.ts';
import { PageTitle } from '../ui/page-title.tsx';

type Props = { month: string; today: string };

/** The heading of an administrative document: https://vanban.chinhphu.vn/default.aspx?pageid=27160&docid=199378 (decree 30/2020, annex I). */
export const ReportHeading = ({ month, today }: Props) => {
  const settings = useSite().settings.value;
  const [year, number, day] = today.split('-');
  return (
    <header class="report-heading">
      <div>
        <p>{settings?.superior}</p>
        <p>
          <strong>{settings?.agency}</strong>
        </p>
      </div>
      <div>
        <p>
          <strong>Cộng hòa xã hội chủ nghĩa Việt Nam</strong>
        </p>
        <p class="motto">
          <strong>Độc lập - Tự do - Hạnh phúc</strong>
        </p>
        <p class="report-day">
          Ngày {day} tháng {number} năm {year}
        </p>
      </div>
      <PageTitle title={`Báo cáo tháng ${monthText(month)}`}>
        Báo cáo số liệu tháng {monthText(month)}
      </PageTitle>
      <p class="report-site">{settings?.name}</p>
    </header>
  );
};
