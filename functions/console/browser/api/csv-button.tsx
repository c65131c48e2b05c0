import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { explainFailure } from './failure.ts';

/** Without it Excel does not read the text as UTF-8; reading a reply as text removes it. */
const byteOrderMark = '\uFEFF';

type Props = {
  /** Without its extension. */
  fileName: string;
  load: () => Promise<{ text: string }>;
};

/** A button that downloads a table as CSV. A plain link cannot: it carries no token. */
export const CsvButton = ({ fileName, load }: Props) => {
  const [isBusy, setBusy] = useState(false);
  const { show } = useNotices();
  const download = async () => {
    setBusy(true);
    try {
      const { text } = await load();
      saveFile(`${fileName}.csv`, new Blob([byteOrderMark, text], { type: 'text/csv' }));
    } catch (error) {
      show({ kind: 'problem', text: explainFailure(error).sentence });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={isBusy} onClick={download}>
      Tải bảng CSV
    </Button>
  );
};

const saveFile = (name: string, blob: Blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
