import { json } from 'node:stream/consumers';
import type { Answer } from '../listen.ts';
import { CognitoError, type Operation } from './cognito-error.ts';
import { groupOperations } from './group-operations.ts';
import { type UserPool, userOperations } from './user-operations.ts';

const protocol = { 'content-type': 'application/x-amz-json-1.1' };

/**
 * The calls of Cognito's API that the portal makes, in the AWS JSON 1.1 protocol, for one user pool.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
 */
export const userPoolApi = (pool: UserPool): Answer => {
  const operations: Record<string, Operation> = { ...userOperations(pool), ...groupOperations(pool) };
  return async (request, response) => {
    const name = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    try {
      const operation = operations[name];
      if (!operation) throw new CognitoError('UnknownOperationException', `No operation ${name}`);
      const input = (await json(request)) as Record<string, unknown>;
      if (input.UserPoolId !== pool.id) {
        throw new CognitoError('ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
      }
      const output = operation(input);
      return response.writeHead(200, protocol).end(JSON.stringify(output));
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      return response
        .writeHead(400, protocol)
        .end(JSON.stringify({ __type: error.name, message: error.message }));
    }
  };
};
