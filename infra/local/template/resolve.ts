/** Looks up the value of a reference; a `Ref` has no attribute. Undefined when there is none. */
export type Lookup = (logicalId: string, attribute: string | null) => string | undefined;
/** Values that other stacks export, by name. */
export type Imports = ReadonlyMap<string, unknown>;
export type Resolve = (value: unknown) => unknown;

type Intrinsic = (argument: unknown, resolve: Resolve, lookup: Lookup, imports: Imports) => unknown;

const found = (lookup: Lookup, logicalId: string, attribute: string | null): string => {
  const value = lookup(logicalId, attribute);
  const reference = attribute === null ? logicalId : `${logicalId}.${attribute}`;
  if (value === undefined) throw new Error(`The local runner cannot resolve the reference ${reference}`);
  return value;
};

/**
 * The intrinsic functions that the CDK writes:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const intrinsics: Record<string, Intrinsic> = {
  Ref: (id, _, lookup) => found(lookup, String(id), null),
  'Fn::GetAtt': (argument, _, lookup) => {
    const [id, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return found(lookup, id ?? '', attribute.join('.'));
  },
  'Fn::ImportValue': (argument, resolve, _, imports) => {
    const name = String(resolve(argument));
    if (!imports.has(name)) throw new Error(`The local runner cannot resolve the import ${name}`);
    return imports.get(name);
  },
  'Fn::Join': (argument, resolve) => {
    const [separator, parts] = resolve(argument) as [string, unknown[]];
    return parts.join(separator);
  },
  'Fn::Split': (argument, resolve) => {
    const [separator, text] = resolve(argument) as [string, string];
    return text.split(separator);
  },
  'Fn::Select': (argument, resolve) => {
    const [index, list] = resolve(argument) as [number | string, unknown[]];
    return list[Number(index)];
  },
  'Fn::Sub': (argument, resolve, lookup) => {
    const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, object];
    const values = new Map(Object.entries(own));
    return text.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (values.has(name)) return String(resolve(values.get(name)));
      const [id = '', ...attribute] = name.split('.');
      return found(lookup, id, attribute.length > 0 ? attribute.join('.') : null);
    });
  },
};

/** Replaces CloudFormation's references by values. Throws for one without a value. */
export const resolver = (lookup: Lookup, imports: Imports = new Map()): Resolve => {
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? ['', undefined];
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      const intrinsic = intrinsics[name];
      if (!intrinsic) throw new Error(`The local runner does not support ${name}`);
      return intrinsic(argument, resolve, lookup, imports);
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve;
};
