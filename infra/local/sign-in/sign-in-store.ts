import type { Adapter, AdapterPayload } from 'oidc-provider';

type Settings = {
  /** Seconds that a refresh token remains valid after it was replaced. */
  graceSeconds: number;
  clock: () => number;
};

/** Sessions, codes and refresh tokens of the sign-in, in memory: a restart requires a new sign-in. `clock` is in milliseconds. */
export const signInStore = ({ graceSeconds, clock }: Settings) => {
  const records = new Map<string, AdapterPayload>();
  /** When replaced refresh tokens end. */
  const endsAtMs = new Map<string, number>();

  const adapter = (model: string): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    const findWhere = async (matches: (payload: AdapterPayload) => boolean) =>
      [...records].find(([name, payload]) => name.startsWith(`${model}:`) && matches(payload))?.[1];
    return {
      async upsert(id, payload) {
        records.set(key(id), payload);
      },
      async find(id) {
        return (endsAtMs.get(key(id)) ?? Number.POSITIVE_INFINITY) > clock()
          ? records.get(key(id))
          : undefined;
      },
      findByUid: (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findWhere((payload) => payload.userCode === userCode),
      async consume(id) {
        if (model === 'RefreshToken') {
          if (!endsAtMs.has(key(id))) endsAtMs.set(key(id), clock() + graceSeconds * 1000);
          return;
        }
        const payload = records.get(key(id));
        if (payload) payload.consumed = Math.floor(clock() / 1000);
      },
      async destroy(id) {
        records.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, payload] of records) if (payload.grantId === grantId) records.delete(name);
      },
    };
  };
  return {
    adapter,
    /** Ends the refresh tokens of an account. */
    endRefreshTokens(accountId: string) {
      for (const [name, payload] of records) {
        if (name.startsWith('RefreshToken:') && payload.accountId === accountId) records.delete(name);
      }
    },
    /** Ends all sessions, codes and refresh tokens. */
    clear() {
      records.clear();
      endsAtMs.clear();
    },
  };
};
