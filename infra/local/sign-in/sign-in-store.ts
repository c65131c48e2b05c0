import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Sessions and codes of the sign-in, in memory: a restart requires a new sign-in. */
export const signInStore = (): ((model: string) => Adapter) => {
  const records = new Map<string, AdapterPayload>();

  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const findWhere = async (matches: (payload: AdapterPayload) => boolean) =>
      [...records].find(([name, payload]) => name.startsWith(`${model}:`) && matches(payload))?.[1];
    return {
      async upsert(id, payload) {
        records.set(key(id), payload);
      },
      find: async (id) => records.get(key(id)),
      findByUid: (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findWhere((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = records.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        records.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, payload] of records) if (payload.grantId === grantId) records.delete(name);
      },
    };
  };
};
