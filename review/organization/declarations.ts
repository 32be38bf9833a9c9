import { isDeepStrictEqual } from 'node:util';
import { differencesOf } from '../differences';
import { among, type Direction, endless, fewer, harmless, high, low, more, unsure } from '../direction';
import type { Finding } from '../finding';
import type { StackJson } from '../stack-json';
import type { Effect } from '../verdict';
import { nodeText } from './compare';
import { type OrganizationJson, readPlacements, tryAddress } from './placements';

interface Declaration {
  readonly type: string;
  readonly content: string;
}

/** What values of policies that allow and deny nothing decide, by how their paths end (Organizations User Guide, "Policy types"). */
const meanings: readonly (readonly [RegExp, Direction])[] = [
  [/opt_out_policy\.@@assign$/, among('whether AI services keep content', ['optIn', 'optOut'], 'optIn')],
  [/@@operators_allowed_for_child_policies$/, unsure('whether policies further down may say otherwise')],
  [/\.tag_value\.@@assign$/, fewer('values that a tag may have')],
  [/\.enforced_for\.@@assign$/, more('what cannot have another value')],
  [/\.tag_key\.@@assign$/, harmless('how a tag is written')],
  [
    /_block_public_access\.state\.@@assign$/,
    among('what can be made public', ['unblocked', 'block_new_sharing', 'block_all_sharing'], 'unblocked'),
  ],
  [
    /\.http_tokens\.@@assign$/,
    among('whether instances ask for a token', [['no_preference', 'optional'], 'required'], 'no_preference'),
  ],
  [/\.http_put_response_hop_limit\.@@assign$/, low('over how many hops a token is given', 64)],
  [/\.client\.@@assign$/, among('whether a chat client works', ['enabled', 'disabled'], 'enabled')],
  [/\.workspaces\.@@assign$/, fewer('which workspaces of Slack a chat client connects to')],
  [/\.tenants\..*@@assign$/, fewer('which teams a chat client connects to')],
  [/\.delete_after_days\.@@assign$/, high('days that backups are kept', endless)],
  [/\.regions\.@@assign$/, more('where backups are made')],
  [/\.selections\..*tag_value\.@@assign$/, more('what is backed up')],
];

/** What becomes of the policies of the organization that are neither SCPs nor RCPs: for whom they are gone or new, and what they say. */
export function compareDeclarations(stack: string, before: StackJson, after: StackJson): readonly Finding[] {
  const [old, now] = [readDeclarations(before), readDeclarations(after)] as const;
  return [...new Set([...old.policies.keys(), ...now.policies.keys()])].flatMap((name): readonly Finding[] => {
    const [was, is] = [old.policies.get(name), now.policies.get(name)];
    const places = [...old.chains.keys()].filter((place) => now.chains.has(place));
    const bound = (side: Side, place: string) => side.bindingAt(place).has(name);
    const lost = places.filter((place) => bound(old, place) && !bound(now, place)).map(nodeText);
    const won = places.filter((place) => !bound(old, place) && bound(now, place)).map(nodeText);
    const effects: readonly Effect[] = [
      ...(lost.length > 0 ? [{ verdict: 'weaker' as const, says: `does not bind ${lost.join(', ')} any more` }] : []),
      ...(won.length > 0 ? [{ verdict: 'stronger' as const, says: `binds ${won.join(', ')}, too` }] : []),
      ...(was && is ? contentEffects(was.content, is.content) : []),
    ];
    const change = was && is ? 'changed' : was ? 'destroyed' : 'added';
    return effects.length === 0
      ? []
      : [{ stack, accounts: [...lost, ...won], subject: `policy ${name}`, change, effects }];
  });
}

function contentEffects(before: string, after: string): readonly Effect[] {
  if (isDeepStrictEqual(before, after)) return [];
  return differencesOf(before, after)
    .flatMap((each) => leaves(each.path, each.before, each.after))
    .map(({ path, old, now }) => {
      const direction = meanings.find(([ending]) => ending.test(path))?.[1] ?? unsure('nobody here knows which way');
      return { verdict: direction.judge(old, now), says: `${path} ${text(old)} → ${text(now)} (${direction.why})` };
    });
}

type Leaf = { readonly path: string; readonly old: unknown; readonly now: unknown };

function leaves(path: string, old: unknown, now: unknown): readonly Leaf[] {
  const block = [old, now].find((value) => typeof value === 'object' && value !== null) as object | undefined;
  if (block === undefined) return [{ path: path.replace(/\[[^\]]*\]/g, ''), old, now }];
  const at = (value: unknown, key: string) => (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return Object.keys(block).flatMap((key) =>
    leaves(Array.isArray(block) ? path : `${path}.${key}`, at(old, key), at(now, key)),
  );
}

const text = (value: unknown): string => (value === undefined ? 'nothing' : String(value));

interface Side {
  readonly policies: ReadonlyMap<string, Declaration>;
  readonly chains: ReadonlyMap<string, readonly string[]>;
  /** Names of the policies that bind a node. */
  readonly bindingAt: (place: string) => ReadonlySet<string>;
}

function readDeclarations(stack: StackJson): Side {
  const { resource = {} } = stack as OrganizationJson<Declaration>;
  const { chains } = readPlacements(resource);
  const policies = new Map(
    Object.entries(resource.aws_organizations_policy ?? {}).filter(
      ([, { type }]) => !/^(SERVICE|RESOURCE)_CONTROL_POLICY$/.test(type),
    ),
  );
  const attached = new Map<string, string[]>();
  for (const { policy_id, target_id } of Object.values(resource.aws_organizations_policy_attachment ?? {})) {
    const name = /^\$\{aws_organizations_policy\.([^.]+)\.id\}$/.exec(policy_id)?.[1] ?? '';
    const node = tryAddress(target_id);
    if (node !== undefined && policies.has(name)) attached.set(node, [...(attached.get(node) ?? []), name]);
  }
  const bindingAt = (place: string) => new Set((chains.get(place) ?? []).flatMap((node) => attached.get(node) ?? []));
  return { policies, chains, bindingAt };
}
