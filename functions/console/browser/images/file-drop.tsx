import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { droppedFiles } from './dropped-files.ts';
import { acceptedTypes } from './picture-file.ts';

type Props = {
  /** What the button says: "Tải ảnh lên". */
  label: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
  children?: ComponentChildren;
};

/** A place for picture files: chosen by a button, dragged in (folders too) or pasted. */
export const FileDrop = ({ label, multiple = false, onFiles, children }: Props) => {
  const [isOver, setIsOver] = useState(false);
  const take = (files: readonly File[]) => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same for who does not drag
    <div
      class={isOver ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(event.dataTransfer?.types.includes('Files') ?? false);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={async (event) => {
        event.preventDefault();
        setIsOver(false);
        if (event.dataTransfer) take(await droppedFiles(event.dataTransfer));
      }}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length > 0) event.preventDefault();
        take(files);
      }}
    >
      <label class="button primary file-button">
        <input
          type="file"
          class="visually-hidden"
          accept={acceptedTypes}
          multiple={multiple}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same file can be chosen again.
            currentTarget.value = '';
            take(files);
          }}
        />
        {label}
      </label>
      <p class="hint">
        {multiple
          ? 'hoặc kéo ảnh, kéo cả thư mục vào đây; dán bằng Ctrl+V cũng được'
          : 'hoặc kéo ảnh vào đây'}
      </p>
      {children}
    </div>
  );
};
