import type { Finding, Place } from './checklist.ts';

type Props = { findings: readonly Finding[]; onGo: (place: Place) => void };

/** What is missing, each line a way to its place. */
export const ChecklistList = ({ findings, onGo }: Props) => {
  const blocking = findings.filter(({ severity }) => severity === 'blocks');
  const advised = findings.filter(({ severity }) => severity === 'advice');
  if (findings.length === 0) return <p class="check-done">✓ Không thấy thiếu gì.</p>;
  return (
    <>
      <Lines title="Phải sửa trước khi đăng" findings={blocking} onGo={onGo} />
      <Lines title="Nên xem lại" findings={advised} onGo={onGo} />
    </>
  );
};

const Lines = ({ title, findings, onGo }: Props & { title: string }) =>
  findings.length > 0 ? (
    <section class={findings[0]?.severity === 'blocks' ? 'check blocks' : 'check'}>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ text, place }) => (
          <li key={text + JSON.stringify(place)}>
            <button type="button" onClick={() => onGo(place)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ) : null;
