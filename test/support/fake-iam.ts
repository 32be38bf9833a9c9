import type { Moto } from '../../emulator/world';

/** A user or role of a fake IAM. */
export interface FakeIdentity {
  readonly trust?: object;
  /** Inline policies by name. @default - everything is allowed */
  readonly policies?: Readonly<Record<string, object>>;
  readonly groups?: readonly string[];
  /** ARN of a managed policy. */
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a fake IAM holds, by ARN; groups are named by `group:` and their name. */
export interface FakeIam {
  readonly identities: Readonly<Record<string, FakeIdentity>>;
  readonly groups?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly managed?: Readonly<Record<string, object>>;
  /** Client ids of OpenID Connect providers, by ARN. */
  readonly providers?: Readonly<Record<string, readonly string[]>>;
}

type Request = Parameters<Moto['request']>[0];
type Answer = { status: number; body: string };

/** A policy of one statement. */
export const policyOf = (statement: object): object => ({ Version: '2012-10-17', Statement: [statement] });

export const everything = policyOf({ Effect: 'Allow', Action: '*', Resource: '*' });

/** The answers of an IAM that holds these users and roles. */
export function fakeIam({
  identities,
  groups = {},
  managed = {},
  providers = {},
}: FakeIam): (request: Request) => Answer {
  return ({ account, body }) => {
    const form = new URLSearchParams(body);
    const asked = (name: string): string => form.get(name) ?? '';
    const action = asked('Action');
    const answer = (result: string): Answer => ({
      status: 200,
      body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
    });
    const document = (policy: object | undefined): string => encodeURIComponent(JSON.stringify(policy));
    const kind = /User/.test(action) ? 'User' : 'Role';
    const [arn, found] =
      Object.entries(identities).find(
        ([each]) =>
          each.startsWith(`arn:aws:iam::${account}:${kind.toLowerCase()}/`) &&
          each.endsWith(`/${asked(`${kind}Name`)}`),
      ) ?? [];
    const inline = asked('GroupName') ? groups[asked('GroupName')] : (found?.policies ?? { everything });
    const list = (names: readonly string[] = [], of = (name: string) => name): string =>
      names.map((name) => `<member>${of(name)}</member>`).join('');
    switch (action) {
      case 'GetRole':
      case 'GetUser':
        return found === undefined || arn === undefined
          ? { status: 404, body: '<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>' }
          : answer(`<${kind}><Arn>${arn}</Arn><${kind}Id>A${kind.toUpperCase()}ID</${kind}Id>
              ${found.trust ? `<AssumeRolePolicyDocument>${document(found.trust)}</AssumeRolePolicyDocument>` : ''}
              ${found.boundary ? `<PermissionsBoundary><PermissionsBoundaryArn>${found.boundary}</PermissionsBoundaryArn></PermissionsBoundary>` : ''}
              <Tags>${list(Object.keys(found.tags ?? {}), (key) => `<Key>${key}</Key><Value>${found.tags?.[key]}</Value>`)}</Tags></${kind}>`);
      case 'ListGroupsForUser':
        return answer(`<Groups>${list(found?.groups, (name) => `<GroupName>${name}</GroupName>`)}</Groups>`);
      case 'ListRolePolicies':
      case 'ListUserPolicies':
      case 'ListGroupPolicies':
        return answer(`<PolicyNames>${list(Object.keys(inline ?? {}))}</PolicyNames>`);
      case 'GetRolePolicy':
      case 'GetUserPolicy':
      case 'GetGroupPolicy':
        return answer(`<PolicyDocument>${document(inline?.[asked('PolicyName')])}</PolicyDocument>`);
      case 'GetPolicy':
        return managed[asked('PolicyArn')]
          ? answer('<Policy><DefaultVersionId>v1</DefaultVersionId></Policy>')
          : { status: 404, body: '' };
      case 'GetPolicyVersion':
        return answer(`<PolicyVersion><Document>${document(managed[asked('PolicyArn')])}</Document></PolicyVersion>`);
      case 'GetOpenIDConnectProvider': {
        const clients = providers[asked('OpenIDConnectProviderArn')];
        return clients ? answer(`<ClientIDList>${list(clients)}</ClientIDList>`) : { status: 404, body: '' };
      }
      default:
        return answer('');
    }
  };
}
