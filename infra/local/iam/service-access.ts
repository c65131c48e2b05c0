import { httpProxy, type ProxyHook, type ProxyReply } from '../http-proxy.ts';
import type { FunctionRole } from './function-roles.ts';
import { grantsOf, grantsUsed, permissionFor, type ServiceCall } from './permissions.ts';
import { readServiceRequest, type Service } from './service-request.ts';

type Settings = {
  roles: Iterable<FunctionRole>;
  /** The URL of each service behind. */
  services: Readonly<Record<Service, string>>;
};

/**
 * IAM in front of the services: forwards what the role of the function that signed a request allows, and refuses everything else as the
 * services do. Signatures are not verified. A browser's request without one is forwarded to S3 when it is a preflight request.
 */
export const startServiceAccess = async ({ roles, services }: Settings) => {
  const byKey = new Map([...roles].map((role) => [role.accessKeyId, role]));
  const used = new Set<string>();
  const denied = new Set<string>();

  /** Whether a role allows all calls; notes which grants they use, or what is denied. */
  const isAllowed = ({ functionName, permissions }: FunctionRole, calls: readonly ServiceCall[]) =>
    calls
      .map((call) => {
        const permission = permissionFor(permissions, call);
        if (!permission) denied.add(`${functionName} ${describe(call)}`);
        else for (const grant of grantsUsed(permission, call)) used.add(`${functionName} ${grant}`);
        return permission !== undefined;
      })
      .every(Boolean);

  const hook: ProxyHook = async (request, forward) => {
    const signed = readServiceRequest(request);
    if (signed === null && request.method === 'OPTIONS') {
      return forward({ ...request, url: services.s3 + request.url });
    }
    const role = signed && byKey.get(signed.accessKeyId);
    if (!signed || !role) return refusal('s3', 'The request is signed by no role');
    const { service, calls, ifMissing } = signed;
    const refuse = (of: readonly ServiceCall[]) =>
      refusal(service, `${role.functionName} is not authorized to perform: ${of.map(describe).join(', ')}`);
    if (!isAllowed(role, calls)) return refuse(calls);
    const reply = await forward({ ...request, url: services[service] + request.url });
    const isMissing = reply.status === 404 && ifMissing !== undefined;
    return isMissing && !isAllowed(role, [ifMissing]) ? refuse([ifMissing]) : reply;
  };

  const proxy = httpProxy(hook);
  const url = await proxy.start();
  return {
    url,
    stop: async () => proxy.stop(),
    /** All grants of the functions, each as `function action resource keys`. */
    granted: (): string[] =>
      [...byKey.values()].flatMap(({ functionName, permissions }) =>
        permissions.flatMap(grantsOf).map((grant) => `${functionName} ${grant}`),
      ),
    /** The grants that were used so far, and the calls that were denied. */
    used: (): string[] => [...used],
    denied: (): string[] => [...denied],
  };
};

const describe = ({ action, resource, leadingKeys = [] }: ServiceCall) =>
  [action, resource, ...leadingKeys].join(' ');

/** As each protocol words it: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const refusal = (service: Service, message: string): ProxyReply => {
  if (service === 's3' || service === 'cloudfront') {
    const error = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
    return {
      status: 403,
      headers: { 'content-type': 'application/xml' },
      body: Buffer.from(service === 's3' ? error : `<ErrorResponse>${error}</ErrorResponse>`),
    };
  }
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify({ __type: 'AccessDeniedException', Message: message })),
  };
};
