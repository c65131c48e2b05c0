import type { LeftOut } from '../paste/left-out.ts';
import type { PastedPicture } from '../paste/take-pictures.ts';

/** A cleaned body with the pictures that it refers to by placeholders. */
export type PastedContent = { html: string; pictures: readonly PastedPicture[] };

export type EditorOptions = {
  /** Sanitized HTML. */
  body: string;
  /** Accessible name of the text area. */
  label: string;
  /** Called after each change of the document. Reads nothing: the body is asked for by `EditorHandle.body`. */
  onChange: () => void;
  /** Lets the user choose a picture; null when they choose none. */
  pickPicture: () => Promise<string | null>;
  /** Uploads dropped or pasted picture files. Resolves to their image ids, in order. */
  addFiles: (files: File[]) => Promise<string[]>;
  /** Opens the description of a picture. */
  describePicture: (imageId: string) => void;
  /** Says what a paste removed. `undo` takes the paste back. */
  onLeftOut: (leftOut: LeftOut[], undo: () => void) => void;
  /** Shows a sentence: why a paste was refused, or what in it may be wrong. */
  say: (sentence: string) => void;
};

export type EditorHandle = {
  /** The body as sanitized HTML. Outermost elements that were not edited are byte for byte as they were opened. */
  body(): string;
  /** Replaces the whole body, in one step of undo. */
  setBody(html: string): void;
  /** Inserts sanitized HTML at the cursor, in one step of undo. */
  insertHtml(html: string): void;
  /** Inserts cleaned content at the cursor, or in place of the body, and uploads its pictures. Returns how to take it back. */
  insertContent(content: PastedContent, isReplacing: boolean): () => void;
  words(): number;
  /** UTF-8 bytes of the body. */
  bytes(): number;
  focus(): void;
  /** Moves the cursor to an outermost element, by its index in the body, and shows it. */
  scrollTo(blockIndex: number): void;
  destroy(): void;
};
