import { useApi } from '../api/api-context.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { HealthLine } from './health-line.ts';
import { healthLines } from './health-lines.ts';
import { healthSummary } from './health-summary.ts';
import { judgeHome, openHome } from './reachability.ts';

const nowMs = () => performance.now();

/** `/quan-tri/tinh-trang`: whether the portal works, and who does what where it does not. */
export const HealthPage = () => {
  const api = useApi();
  const home = useLoaded(() => openHome({ fetch: (...request) => fetch(...request), nowMs }), 'home');
  const health = useLoaded(() => api.call('GET /api/admin/health'), 'health');
  const loads = [home, health];
  const isBusy = loads.some(({ loaded }) => loaded.kind === 'loading');
  const lines = [
    ...(home.loaded.kind === 'loaded' ? [judgeHome(home.loaded.value)] : []),
    ...(health.loaded.kind === 'loaded' ? healthLines(health.loaded.value.body) : []),
  ];
  const checkAgain = () => {
    for (const { reload } of loads) reload();
  };
  return (
    <>
      <PageTitle title="Tình trạng cổng" />
      <div class="health-head">
        <p role="status">
          {isBusy ? 'Đang kiểm tra…' : health.loaded.kind === 'loaded' && healthSummary(lines)}
        </p>
        <Button busy={isBusy} onClick={checkAgain}>
          Kiểm tra lại
        </Button>
      </div>
      {health.loaded.kind === 'failed' && (
        <LoadingFailure failure={health.loaded.failure} onRetry={health.reload} />
      )}
      <ul class="health-lines">
        {lines.map((line) => (
          <Line key={line.title} {...line} />
        ))}
      </ul>
    </>
  );
};

const marks = {
  good: { sign: '✓', word: 'Tốt' },
  attention: { sign: '!', word: 'Cần làm' },
  unknown: { sign: '?', word: 'Không biết' },
} as const;

const Line = ({ title, state, sentence, todo, note }: HealthLine) => (
  <li class={state}>
    <h2>{title}</h2>
    <p class="state">
      <span aria-hidden="true">{marks[state].sign}</span> {marks[state].word}
    </p>
    <p>{sentence}</p>
    {todo && (
      <p>
        <strong>{todo.who}:</strong> {todo.what}
      </p>
    )}
    {note && <p class="hint">{note}</p>}
  </li>
);
