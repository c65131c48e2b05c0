/** When drafts are saved, in milliseconds. */
export const autosaveTimes = {
  /** From the first edit that the device lacks to its write; with the write itself under two seconds. */
  keepDelayMs: 1_000,
  /** Until a device that refused is tried again. */
  deviceRetryMs: 10_000,
  /** A pause in typing after which the server gets the draft, and the longest time without a pause. Each save is a revision. */
  pauseMs: 30_000,
  longestUnsavedMs: 120_000,
  /** The pause while the device keeps nothing. */
  pauseWithoutDeviceMs: 5_000,
  /** Between two saves that nobody asked for. */
  betweenSavesMs: 30_000,
  /** Until a request that failed is sent again: doubled with each failure. */
  firstRetryMs: 5_000,
  longestRetryMs: 60_000,
  /** Until a request counts as unanswered: twice the longest time that API Gateway waits for a function. */
  answerMs: 60_000,
} as const;
