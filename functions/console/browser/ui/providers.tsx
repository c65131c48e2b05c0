import type { ComponentChildren, Context } from 'preact';

/** A context with its value. */
export type Provided = { wrap: (children: ComponentChildren) => ComponentChildren };

export const provided = <Value,>({ Provider }: Context<Value>, value: Value): Provided => ({
  wrap: (children) => <Provider value={value}>{children}</Provider>,
});

/** Provides contexts, the first outermost, without a pyramid of elements. */
export const Providers = ({ of, children }: { of: readonly Provided[]; children: ComponentChildren }) => (
  <>{of.reduceRight<ComponentChildren>((inner, { wrap }) => wrap(inner), children)}</>
);
