import type { ArticleState } from '../../../../shared/articles/state.ts';
import type { Failure } from './failure.ts';

/** What happens to a draft. Instants are milliseconds. */
export type DraftEvent =
  | { type: 'typed' | 'woke' | 'online' | 'offline' | 'ended' | 'renewed' | 'left' | 'stopped' }
  /** Somebody asks for a save, or for a step of the workflow after it. */
  | { type: 'asked'; ask: { id: number; isStep: boolean } }
  /** Of the device. */
  | { type: 'kept' }
  | { type: 'forgotten' }
  | { type: 'keepFailed'; problem: 'full' | 'forbidden' }
  /** Of the server: what was sent is there. `savedAt` is the server's time. */
  | { type: 'saved'; savedAt: number; workflow: ArticleState }
  | { type: 'failed'; failure: Failure }
  /** A newer version has the content that this session started from: a step of the workflow made it. */
  | { type: 'rebased'; workflow: ArticleState }
  | { type: 'stepped'; savedAt: number; workflow: ArticleState }
  | { type: 'stepFailed' }
  /** The article is gone, and with it what was typed. */
  | { type: 'deleted' }
  /** A newer version has another content. */
  | { type: 'conflicted' }
  | { type: 'resolved'; savedAt: number; workflow: ArticleState; isChanged: boolean }
  /** The article becomes a new one. */
  | { type: 'restarted' };

/** What is to be done. */
export type DraftEffect =
  | { type: 'keep' | 'forget' }
  /** Sends the content as it is now, or the unanswered one unchanged. */
  | { type: 'send'; isRepeat: boolean; isAsked: boolean }
  | { type: 'takeStep'; ask: number }
  /** What was asked for is done. */
  | { type: 'settle'; ask: number }
  /** What was asked for has failed. */
  | { type: 'refuse'; asks: readonly number[] }
  /** Sets the one timer, or removes it. */
  | { type: 'wake'; at: number | null };
