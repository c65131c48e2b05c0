/** Converts a Word file away from the page's thread. */
self.addEventListener('message', () => self.postMessage(null));
