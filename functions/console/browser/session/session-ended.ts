/** The session has ended, and nothing but a sign-in brings it back. */
export class SessionEnded extends Error {
  constructor(options?: ErrorOptions) {
    super('The session has ended', options);
    this.name = 'SessionEnded';
  }
}
