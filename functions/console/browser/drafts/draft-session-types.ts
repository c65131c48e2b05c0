import type { ReadonlySignal } from '@preact/signals';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { ContentVersion } from './content-version.ts';
import type { FoundDraft } from './device-drafts.ts';
import type { SaveState } from './save-state.ts';

/** Somebody saved the article after the version that this session started from. */
export type Conflict = {
  /** What both started from. */
  base: ArticleContent;
  theirs: ContentVersion;
};

/** A version of the article on the server. */
export type SavedVersion = { id: string; version: number };

/**
 * Keeps what is typed into one article: on the device within two seconds, on the server through one queue of requests.
 * It saves to the server by itself only drafts and returned articles, at most once in 30 s.
 */
export type DraftSession = {
  /** Something was typed. Cheap: the content is read later. */
  touched(): void;
  /** For `<SaveStatus>`. */
  status: ReadonlySignal<SaveState>;
  /**
   * Saves what is not yet on the server, and nothing if everything is there. Rejects with the error of the API, or with a
   * `PendingConflict` while a conflict is not resolved. What failed for want of a network or a login is sent again by itself later.
   */
  save(note?: string): Promise<SavedVersion>;
  /**
   * Takes a step of the workflow in the same queue: saves first, then calls `take` with the saved version. `take` returns the article
   * after the step, or null when it is deleted; no other request of the session runs meanwhile. Rejects as `save` does, or with the
   * error of `take`.
   */
  step<After extends StepReply | null>(take: (saved: SavedVersion) => Promise<After>): Promise<After>;
  /**
   * Not null when another tab or person saved the article. Nothing goes to the server until `resolve`. It may appear while somebody
   * types: show a message with a button that opens `<ConflictDialog>`, and open the dialog at once only after `save` or `step`.
   */
  conflict: ReadonlySignal<Conflict | null>;
  /** Saves the chosen content on top of their version. Put it into the form first. */
  resolve(content: ArticleContent): void;
  /** A draft from an earlier visit, found on this device. It is shown before anything is replaced. */
  found: ReadonlySignal<FoundDraft | null>;
  /** The content of the found draft, for the form. It may bring a conflict when the article was saved since. */
  useFound(): ArticleContent;
  discardFound(): void;
  /** Leaves the found draft where it is until the article is opened again. */
  postponeFound(): void;
  /** After the article was deleted by somebody: saves what is here as a new article. */
  saveAsNew(): Promise<SavedVersion>;
  /** Saves to the device now; the page's `pagehide` and `visibilitychange` call it too. */
  leave(): void;
  /** Ends the session. What is unsaved is on the device by the time the promise resolves, unless the device refuses. */
  stop(): Promise<void>;
};

/** What a session needs of the article that a step returns. */
export type StepReply = ArticleContent & Omit<ContentVersion, 'content'>;
