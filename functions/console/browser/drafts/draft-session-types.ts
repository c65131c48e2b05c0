import type { ReadonlySignal } from '@preact/signals';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { Api } from '../api/api-context.ts';
import type { SessionState } from '../session/session.ts';
import type { ContentVersion, NewArticle, VersionReply } from './content-version.ts';
import type { DeviceDrafts, FoundDraft } from './device-drafts.ts';
import type { DraftPage } from './draft-page.ts';
import type { DraftTabs } from './draft-tabs.ts';
import type { SaveState } from './save-state.ts';

export type DraftDependencies = {
  api: Pick<Api, 'call'>;
  device: DeviceDrafts;
  tabs: DraftTabs;
  page: DraftPage;
  clock: () => Date;
  /** Runs something once after a time in milliseconds; returns what cancels it. */
  later: (run: () => void, ms: number) => () => void;
  /** A new id of an article or of a draft: a ULID in lower case. */
  newId: () => string;
  user: string;
  isOnline: ReadonlySignal<boolean>;
  sessionState: ReadonlySignal<SessionState>;
};

/** Somebody saved another content after the version that this session started from. */
export type Conflict = {
  /** What both started from. */
  base: ArticleContent;
  theirs: ContentVersion;
};

/** A version of the article on the server. */
export type SavedVersion = { id: string; version: number };

/**
 * Keeps what is typed into one article: on the device within two seconds, on the server through one queue of requests. By itself it
 * saves to the server only drafts and returned articles, at most once in 30 s.
 */
export type DraftSession = {
  /** Something was typed. Cheap: the content is read later. */
  touched(): void;
  /** For `<SaveStatus>`. */
  status: ReadonlySignal<SaveState>;
  /** The version on the server that the next save starts from. */
  current: ReadonlySignal<ContentVersion | NewArticle>;
  /**
   * Saves what is not yet on the server; sends nothing if everything is there. Rejects with the error of the API, for
   * `explainFailure`. What failed for want of a network or a login is sent by itself once there is one.
   */
  save(note?: string): Promise<SavedVersion>;
  /**
   * Takes a step of the workflow in the same queue: saves first, then calls `take` with the saved version. `take` returns the article
   * after the step, or null when it is deleted; no other request of the session runs meanwhile. Rejects as `save` does, or as `take`.
   */
  step<After extends VersionReply | null>(take: (saved: SavedVersion) => Promise<After>): Promise<After>;
  /**
   * Not null when another tab or person saved something else. Nothing goes to the server until `resolve`. It may come while somebody
   * types: show a message with a button that opens `<ConflictDialog>`; open it at once only after `save` or `step` was asked for.
   */
  conflict: ReadonlySignal<Conflict | null>;
  /** Saves the chosen content on top of their version. The form must hold it already. */
  resolve(content: ArticleContent): void;
  /** A draft that an earlier tab left on this device. It is shown before anything is replaced. */
  found: ReadonlySignal<FoundDraft | null>;
  /** The content of the found draft, for the form. It brings a conflict when the article was changed since. */
  useFound(): ArticleContent;
  discardFound(): void;
  /** Leaves the found draft where it is until the article is opened again. */
  postponeFound(): void;
  /** Saves what is here as a new article, when somebody has deleted this one. */
  saveAsNew(): Promise<SavedVersion>;
  /** Writes to the device without delay. The page's `pagehide` and `visibilitychange` do it too. */
  leave(): void;
  /** Ends the session. What is unsaved is on the device when the promise resolves, unless the device refuses. */
  stop(): Promise<void>;
};
