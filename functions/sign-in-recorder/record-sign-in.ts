import type { PostAuthenticationTriggerEvent } from 'aws-lambda';
import type { signInStore } from '../../shared/people/account-store.ts';

type Dependencies = {
  store: ReturnType<typeof signInStore>;
  clock: () => Date;
  onFailure: (error: unknown) => void;
};

/** Records when an account signed in, and returns the event. It never throws: that would refuse the sign-in. */
export const recordSignIn =
  ({ store, clock, onFailure }: Dependencies) =>
  async (event: PostAuthenticationTriggerEvent): Promise<PostAuthenticationTriggerEvent> => {
    await store.recordSignIn(event.userName, clock()).catch(onFailure);
    return event;
  };
