import { renderedQuotas } from '../../../schema/facts/rendered-quotas';
import { type Body, type Resources, tooMany, type Violation } from './measure';

/** Providers as a stack has them. */
export type Providers = Readonly<Record<string, readonly Body[]>>;

/** The tags of every resource, those that its provider gives among them. Keys and values are checked where they are written. */
export function tagViolations(resources: Resources, { aws: providers = [] }: Providers): Violation[] {
  const defaults = new Map(
    providers.map(({ alias, default_tags: tags }) => [alias === undefined ? 'aws' : `aws.${alias}`, defaultTags(tags)]),
  );
  // With nothing of their own most resources have the same tags: one of them speaks for all.
  const inherited = [...defaults].flatMap(([provider, keys]) =>
    tooMany(`provider.${provider}`, () => 'a resource', keys.length, renderedQuotas.tags),
  );
  if (inherited.length > 0) return inherited.slice(0, 1);
  return Object.entries(resources).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, { tags, provider }]) => {
      if (typeof tags !== 'object' || tags === null) return [];
      const keys = new Set([...(defaults.get(String(provider)) ?? []), ...Object.keys(tags)]);
      return tooMany(`${type}.${name}`, () => `the resource ${type}.${name}`, keys.size, renderedQuotas.tags);
    }),
  );
}

const defaultTags = (blocks: unknown): string[] =>
  Array.isArray(blocks) ? blocks.flatMap(({ tags = {} }: { readonly tags?: object }) => Object.keys(tags)) : [];
