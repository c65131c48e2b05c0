import { Button } from '../ui/button.tsx';

/** The words of a draft, to be copied. */
export const FoundText = ({ text }: { text: string }) => (
  <div class="found-text">
    <textarea readOnly rows={10} value={text} aria-label="Chữ trong bản nháp" />
    <Button onClick={() => navigator.clipboard.writeText(text)}>Sao chép</Button>
  </div>
);
