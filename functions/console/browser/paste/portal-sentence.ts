/** An error whose message is a sentence for the person who works: what happened and the way on. */
export class PortalSentence extends Error {
  override name = 'PortalSentence';
}
