import type { _Record } from '@aws-sdk/client-dynamodb-streams';

/** A record of DynamoDB Local's stream in the form of Lambda's event. */
export const streamEventRecord = ({ dynamodb, ...record }: _Record) => ({
  ...record,
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ...dynamodb,
    OldImage: withEmptyMaps(dynamodb?.OldImage),
    NewImage: withEmptyMaps(dynamodb?.NewImage),
    ApproximateCreationDateTime: undefined,
  },
});

/** DynamoDB Local's stream gives an empty map as `{}`, where DynamoDB's gives `{ M: {} }`. */
const withEmptyMaps = (image: unknown): unknown =>
  image && Object.fromEntries(Object.entries(image).map(([name, value]) => [name, attribute(value)]));

const attribute = (value: { M?: object; L?: object[] }): unknown => {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.M) return { M: withEmptyMaps(value.M) };
  if (value.L) return { L: value.L.map(attribute) };
  return value;
};
