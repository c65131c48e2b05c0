import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { PreviewLinkDialog } from './preview-link.tsx';
import { StateLine, StepNote } from './state-line.tsx';
import type { Dated } from './state-words.ts';
import type { ArticleReply } from './take-action.ts';

type Props = {
  /** Null while the server does not have the article. */
  details: ArticleReply | null;
  dated: Dated;
  now: Date;
  /** Saves what is typed, for the preview link. */
  save: () => Promise<{ id: string }>;
};

/** What is above an article: its state, where it is seen, and the note of the last step. */
export const ArticleHead = ({ details, dated, now, save }: Props) => {
  const [isLinkOpen, setLinkOpen] = useState(false);
  return (
    <>
      <StateLine article={dated} now={now}>
        {details && (
          <span class="state-links">
            {dated.state === 'live' && (
              <a href={details.url} target="_blank" rel="noopener">
                Xem trên cổng
              </a>
            )}
            <a href={`/quan-tri/bai-viet/${details.id}/lich-su`}>Lịch sử</a>
            <Button onClick={() => setLinkOpen(true)}>Gửi liên kết xem trước</Button>
          </span>
        )}
      </StateLine>
      {details?.note && <StepNote note={details.note} isReturned={dated.state === 'returned'} now={now} />}
      <PreviewLinkDialog open={isLinkOpen} save={save} onClose={() => setLinkOpen(false)} />
    </>
  );
};
