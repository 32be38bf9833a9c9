import { type JudgedCall, member, text, texts } from './judged-call';
import { accountOf, type JudgedResource } from './judged-resource';
import type { ResourceDirectory } from './resource-directory';
import { type Finder, known } from './resource-finder';
import { s3Resources } from './s3-resources';

/**
 * Resources that a request names otherwise than the variables of their ARNs are called; undefined where the names are enough, and
 * none for an action that is about no resource. Source of the ARNs: Service Authorization Reference.
 */
export async function namedResources(
  action: string,
  call: JudgedCall,
  directory: ResourceDirectory,
): Promise<readonly JudgedResource[] | undefined> {
  const [service = ''] = action.split(':');
  return finders[service]?.(action, call, directory);
}

const kms: Finder = async (action, call, directory) => {
  const { input, account, region, operation } = call;
  // Tags that come with a new key are authorised on everything, because the key has no policy yet.
  if (operation === 'CreateKey' || /^kms:(List(Keys|Aliases)|GenerateRandom|.*CustomKeyStores?)$/.test(action))
    return [];
  const id = text(input, action === 'kms:ReEncryptTo' ? 'DestinationKeyId' : 'KeyId') ?? text(input, 'TargetKeyId');
  const alias = text(input, 'AliasName');
  const key = id ?? (action === 'kms:DeleteAlias' ? alias : undefined);
  const arn = key === undefined ? undefined : await directory.keyArn(key, { account, region });
  // A key that does not exist has no policy that could allow anything: KMS itself says that it is not there.
  const keyResource = arn === undefined ? { arn: '*', account, known: false } : known(arn);
  return /^kms:(Create|Update|Delete)Alias$/.test(action) && alias !== undefined
    ? [known(`arn:aws:kms:${region}:${account}:${alias}`), keyResource]
    : [keyResource];
};

const iamKinds = {
  RoleName: 'role',
  UserName: 'user',
  GroupName: 'group',
  InstanceProfileName: 'instance-profile',
} as const;

const iam: Finder = async (action, { input, account }, directory) => {
  if (action === 'iam:PassRole') return texts(member(input, 'PassedRole')).map((arn) => known(arn));
  const path = text(input, 'Path') ?? '/';
  const creates = /^iam:Create(Role|User|Group|InstanceProfile|ServiceLinkedRole)$/.test(action);
  if (action === 'iam:CreateServiceLinkedRole')
    return [known(`arn:aws:iam::${account}:role/aws-service-role/${text(input, 'AWSServiceName')}/*`)];
  if (action === 'iam:CreatePolicy' || action === 'iam:TagPolicy') {
    const name = text(input, 'PolicyName');
    if (name !== undefined) return [known(`arn:aws:iam::${account}:policy${path}${name}`)];
  }
  const kinds = Object.entries(iamKinds).filter(([name]) => text(input, name) !== undefined);
  // Who joins a group or a profile is no part of what AWS checks there.
  const joined = /(?:To|From)(Group|InstanceProfile)$/.exec(action)?.[1];
  const [name, kind] =
    kinds.find(([each, one]) => (joined ? each === `${joined}Name` : action.toLowerCase().includes(one))) ??
    kinds[0] ??
    [];
  if (name === undefined || kind === undefined) return undefined;
  const value = text(input, name) ?? '';
  const existing = creates ? undefined : await directory.principalArn(account, kind, value);
  return [known(existing ?? `arn:aws:iam::${account}:${kind}${creates ? path : '/'}${value}`)];
};

const events: Finder = (_action, { operation, input, account, region }) => {
  const bus = text(input, 'EventBusName')?.replace(/^arn:.*:event-bus\//, '') ?? 'default';
  const rule = text(input, 'Rule') ?? (/Rule$/.test(operation) ? text(input, 'Name') : undefined);
  const owner = accountOf(text(input, 'EventBusName') ?? '') ?? account;
  const prefix = `arn:aws:events:${region}:${owner}`;
  if (rule !== undefined) return [known(`${prefix}:rule/${bus === 'default' ? '' : `${bus}/`}${rule}`)];
  if (operation === 'PutEvents') {
    const buses = texts(
      (member(input, 'Entries') as readonly { EventBusName?: string }[] | undefined)?.map(
        (entry) => entry.EventBusName ?? 'default',
      ),
    );
    return [...new Set(buses)].map((name) => known(name.startsWith('arn:') ? name : `${prefix}:event-bus/${name}`));
  }
  if (/EventBus$|Permission$/.test(operation) && !/^List/.test(operation)) {
    const name = text(input, 'Name')?.replace(/^arn:.*:event-bus\//, '') ?? bus;
    return [known(`${prefix}:event-bus/${name}`)];
  }
  return undefined;
};

const sns: Finder = (_action, { input }) => {
  const subscription = text(input, 'SubscriptionArn');
  return subscription === undefined ? undefined : [known(subscription.replace(/:[^:]+$/, ''))];
};

const cloudtrail: Finder = (action, { input, account, region }) => {
  if (!/Trail|Logging$|Selectors$/.test(action)) return undefined;
  const name = text(input, 'Name') ?? text(input, 'TrailName');
  return name === undefined
    ? undefined
    : [known(name.startsWith('arn:') ? name : `arn:aws:cloudtrail:${region}:${account}:trail/${name}`)];
};

const sqs: Finder = (_action, { input, region }) => {
  const [, account, name] = /\/(\d{12})\/([^/]+)$/.exec(text(input, 'QueueUrl') ?? '') ?? [];
  return name === undefined ? undefined : [known(`arn:aws:sqs:${region}:${account}:${name}`)];
};

const lambda: Finder = (_action, { input, account, region }) => {
  const name = text(input, 'FunctionName');
  if (name === undefined) return undefined;
  const [, owner, bare] = /^(?:arn:aws:lambda:[^:]+:)?(?:(\d{12}):)?(?:function:)?([^:]+)/.exec(name) ?? [];
  return [
    known(`arn:aws:lambda:${/^arn:aws:lambda:([^:]+)/.exec(name)?.[1] ?? region}:${owner ?? account}:function:${bare}`),
  ];
};

const organizations: Finder = (_action, { input }, directory) => {
  const named = Object.entries(input).flatMap(([name, value]) =>
    /(Id|Target|TargetId|ResourceId)$/.test(name) && !/Token|RequestId/.test(name) ? texts(value) : [],
  );
  return named.flatMap((id) => directory.organizationArn(id) ?? []).map((arn) => known(arn));
};

const secretsmanager: Finder = (_action, { input, account, region }) => {
  const id = text(input, 'SecretId') ?? text(input, 'Name');
  if (id === undefined) return undefined;
  // AWS appends six signs of its own choice to the name.
  return [known(id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${region}:${account}:secret:${id}-*`)];
};

const ssm: Finder = (action, { input, account, region }) => {
  const kind = action.includes('Parameter') ? 'parameter' : action.includes('Document') ? 'document' : undefined;
  const names = texts(member(input, 'Name') ?? member(input, 'Names') ?? member(input, 'Path'));
  if (kind === undefined || names.length === 0) return undefined;
  const owner = (name: string): string => (/^AWS-/.test(name) ? '' : account);
  return names.map((name) =>
    known(name.startsWith('arn:') ? name : `arn:aws:ssm:${region}:${owner(name)}:${kind}/${name.replace(/^\//, '')}`),
  );
};

const budgets: Finder = (_action, { input, account }) => {
  const budget = member(input, 'Budget') ?? member(input, 'NewBudget') ?? input;
  const name = text(budget as JudgedCall['input'], 'BudgetName');
  return name === undefined ? undefined : [known(`arn:aws:budgets::${account}:budget/${name}`)];
};

const glue: Finder = (action, { input, account, region }) => {
  if (!/^glue:.*(Database|Table|Partition)/.test(action)) return undefined;
  const prefix = `arn:aws:glue:${region}:${text(input, 'CatalogId')?.match(/^\d{12}$/)?.[0] ?? account}`;
  const inner = (name: string): string | undefined => text((member(input, name) ?? {}) as JudgedCall['input'], 'Name');
  const ofDatabase = /Databases?$/.test(action);
  const database = ofDatabase ? (text(input, 'Name') ?? inner('DatabaseInput')) : text(input, 'DatabaseName');
  const table = text(input, 'TableName') ?? (ofDatabase ? undefined : (text(input, 'Name') ?? inner('TableInput')));
  return [
    known(`${prefix}:catalog`),
    known(`${prefix}:database/${database ?? '*'}`),
    ...(ofDatabase && action !== 'glue:DeleteDatabase'
      ? []
      : [known(`${prefix}:table/${database ?? '*'}/${table ?? '*'}`)]),
  ];
};

const sts: Finder = (_action, { input }) => {
  const role = text(input, 'RoleArn');
  const target = text(input, 'TargetPrincipal');
  if (role !== undefined) return [known(role)];
  return target === undefined ? undefined : [known(target.startsWith('arn:') ? target : `arn:aws:iam::${target}:root`)];
};

const finders: Readonly<Record<string, Finder>> = {
  budgets,
  cloudtrail,
  events,
  glue,
  iam,
  kms,
  lambda,
  organizations,
  s3: s3Resources,
  secretsmanager,
  sns,
  sqs,
  ssm,
  sts,
};
