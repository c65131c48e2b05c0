import { expect, test } from 'vitest';
import { streamEventRecord } from '../../../infra/local/compute/stream-record.ts';

test.each([
  [{ S: '' }, { S: '' }],
  [{ L: [] }, { L: [] }],
  [{ NULL: true }, { NULL: true }],
  [{}, { M: {} }],
  [{ M: { inner: {} } }, { M: { inner: { M: {} } } }],
  [{ L: [{ S: 'a' }, {}] }, { L: [{ S: 'a' }, { M: {} }] }],
])('gives %j of an image as DynamoDB would', (local, event) => {
  const image = { value: local } as never;
  const { dynamodb } = streamEventRecord({ dynamodb: { OldImage: image, NewImage: image } });
  expect(dynamodb).toMatchObject({ OldImage: { value: event }, NewImage: { value: event } });
});

test('leaves out an image that there is not', () => {
  const { dynamodb } = streamEventRecord({ dynamodb: { NewImage: { value: { N: '1' } } } });
  expect(dynamodb).toMatchObject({ OldImage: undefined, NewImage: { value: { N: '1' } } });
});
