import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originSecretParameters } from '../../../infra/edge/origin-secret-parameters.ts';
import { rotateOriginSecret } from '../../../infra/tools/rotate/rotate-origin-secret.ts';

type Parameters = Record<string, string>;
const { secrets, sent } = originSecretParameters;
const sentBy = (parameters: Parameters) => parameters[secrets[Number(parameters[sent])] ?? ''];
const acceptedBy = (parameters: Parameters) => secrets.map((name) => parameters[name]);

/** A stack, and every state in which its edge and its functions are while an update reaches them. */
const stackWith = (updatesUntilBrokenOff: readonly number[]) => {
  let parameters: Parameters = { [secrets[0]]: 'first', [secrets[1]]: 'second', [sent]: '0' };
  const states = [{ edge: parameters, functions: parameters }];
  let count = 0;
  const newSecret = () => {
    count += 1;
    return `secret-${count}`;
  };
  const rotate = (updates: number) => {
    let left = updates;
    const stack = {
      parameter: async (name: string) => parameters[name] ?? '',
      setParameters: async (values: Parameters) => {
        if (left === 0) throw new Error('broken off');
        left -= 1;
        const [before, after] = [parameters, { ...parameters, ...values }];
        states.push({ edge: before, functions: after }, { edge: after, functions: before });
        parameters = after;
      },
    };
    return rotateOriginSecret(stack, newSecret, () => undefined);
  };
  return {
    states,
    now: () => parameters,
    run: async () => {
      for (const updates of updatesUntilBrokenOff) await rotate(updates).catch(() => undefined);
      await rotate(3);
    },
  };
};

test('the functions accept what is sent at every moment of rotations that are broken off anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { maxLength: 5 }), async (updates) => {
      const stack = stackWith(updates);
      await stack.run();
      const refused = stack.states.filter(
        ({ edge, functions }) => !acceptedBy(functions).includes(sentBy(edge)),
      );
      expect(refused).toEqual([]);
    }),
  );
});

test('nothing that was sent or accepted before is accepted after a rotation', async () => {
  const stack = stackWith([]);
  await stack.run();
  expect(acceptedBy(stack.now())).toEqual(['secret-2', 'secret-1']);
  expect(sentBy(stack.now())).toBe('secret-1');
});
