import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { droppedFiles } from './dropped-files.ts';
import { acceptedTypes } from './picture-file.ts';

type Props = {
  /** What the button says: "Tải ảnh lên". */
  label: string;
  multiple?: boolean;
  /** Takes what is pasted anywhere on the page but into a text. */
  hasPaste?: boolean;
  onFiles: (files: readonly File[]) => void;
  children?: ComponentChildren;
};

/** A place for picture files: chosen by a button, dragged in (folders too) or, if asked for, pasted. */
export const FileDrop = ({ label, multiple = false, hasPaste = false, onFiles, children }: Props) => {
  const [isOver, setIsOver] = useState(false);
  const take = (files: readonly File[]) => {
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!hasPaste) return;
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      const isIntoText = target instanceof Element && target.matches('input, textarea');
      if (!isIntoText) latest.current([...(clipboardData?.files ?? [])]);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [hasPaste]);
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
        {multiple ? 'hoặc kéo ảnh, kéo cả thư mục vào đây' : 'hoặc kéo ảnh vào đây'}
        {hasPaste && '; dán bằng Ctrl+V cũng được'}
      </p>
      {children}
    </div>
  );
};
