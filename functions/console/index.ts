import { join } from 'node:path';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { consoleFiles, filesDirectory } from './files.ts';
import { consoleHandlers } from './handlers.ts';

const env = readEnv(['LOGIN_ORIGIN', 'TOKEN_ISSUER', 'CLIENT_ID', 'TOKEN_SCOPE', 'UPLOAD_ORIGIN']);

export const handler = httpFunction(
  consoleHandlers({
    files: consoleFiles(join(import.meta.dirname, filesDirectory)),
    settings: {
      loginOrigin: env.LOGIN_ORIGIN,
      issuer: env.TOKEN_ISSUER,
      clientId: env.CLIENT_ID,
      scope: env.TOKEN_SCOPE,
      uploadOrigin: env.UPLOAD_ORIGIN,
    },
  }),
);
