import type { Finding, Place } from './finding.ts';

type Props = { findings: readonly Finding[]; severity: Finding['severity']; onGo: (place: Place) => void };

const titles: Readonly<Record<Finding['severity'], string>> = {
  blocks: 'Phải sửa trước khi đăng',
  advice: 'Nên xem lại',
};

/** The lines of the checklist of one severity, each a way to its place. */
export const ChecklistList = ({ findings, severity, onGo }: Props) => {
  const shown = findings.filter((finding) => finding.severity === severity);
  if (shown.length === 0) return null;
  return (
    <section class={`check ${severity}`}>
      <h3>{titles[severity]}</h3>
      <ul>
        {shown.map(({ text, place }) => (
          <li key={text + JSON.stringify(place)}>
            <button type="button" onClick={() => onGo(place)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
