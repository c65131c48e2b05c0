import * as z from 'zod/mini';
import type { Stack } from '../template/stack.ts';
import { ofType } from '../template/template.ts';

const overridable = { Override: z.boolean() };
const policy = z.object({
  RemoveHeadersConfig: z._default(z.object({ Items: z.array(z.object({ Header: z.string() })) }), {
    Items: [],
  }),
  CustomHeadersConfig: z.object({
    Items: z.array(z.object({ ...overridable, Header: z.string(), Value: z.string() })),
  }),
  SecurityHeadersConfig: z.object({
    ContentSecurityPolicy: z.object({ ...overridable, ContentSecurityPolicy: z.string() }),
    ContentTypeOptions: z.object(overridable),
    FrameOptions: z.object({ ...overridable, FrameOption: z.string() }),
    ReferrerPolicy: z.object({ ...overridable, ReferrerPolicy: z.string() }),
    StrictTransportSecurity: z.object({
      ...overridable,
      AccessControlMaxAgeSec: z.int(),
      IncludeSubdomains: z.boolean(),
      Preload: z._default(z.boolean(), false),
    }),
  }),
});

type Header = { name: string; value: string; overrides: boolean };

/** The response headers policies of the edge stack, by logical id, as functions of a reply's headers. */
export const readHeadersPolicies = ({ template, resolve }: Stack) =>
  new Map(
    ofType(template, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ id, Properties }) => {
      const parsed = policy.parse(resolve(Properties.ResponseHeadersPolicyConfig));
      const added = headersOf(parsed);
      const removed = new Set(parsed.RemoveHeadersConfig.Items.map(({ Header }) => Header.toLowerCase()));
      return [
        id,
        (own: Record<string, string | string[]>) => {
          const remaining = Object.entries(own).filter(([name]) => !removed.has(name));
          return withHeaders(Object.fromEntries(remaining), added);
        },
      ];
    }),
  );

const headersOf = ({
  CustomHeadersConfig,
  SecurityHeadersConfig: security,
}: z.infer<typeof policy>): Header[] => {
  const { ContentSecurityPolicy: csp, FrameOptions: frame, ReferrerPolicy: referrer } = security;
  const { AccessControlMaxAgeSec, IncludeSubdomains, Preload, Override } = security.StrictTransportSecurity;
  const transport = [
    `max-age=${AccessControlMaxAgeSec}`,
    ...(IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(Preload ? ['preload'] : []),
  ].join('; ');
  return [
    ...CustomHeadersConfig.Items.map((item) => header(item.Header, item.Value, item.Override)),
    header('content-security-policy', csp.ContentSecurityPolicy, csp.Override),
    header('x-content-type-options', 'nosniff', security.ContentTypeOptions.Override),
    header('x-frame-options', frame.FrameOption, frame.Override),
    header('referrer-policy', referrer.ReferrerPolicy, referrer.Override),
    header('strict-transport-security', transport, Override),
  ];
};

const header = (name: string, value: string, overrides: boolean): Header => ({ name, value, overrides });

const withHeaders = (own: Record<string, string | string[]>, added: readonly Header[]) => {
  const all = { ...own };
  for (const { name, value, overrides } of added) if (overrides || all[name] === undefined) all[name] = value;
  return all;
};
