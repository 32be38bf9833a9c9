import type { Standard, StandardsSubscription } from '@aws-sdk/client-securityhub';
import { arnOf } from '../../toolkit/arn';
import { required, type Scope } from '../../toolkit/call';
import type { SecurityHubCall, SecurityHubOperations, Shape } from './api';
import { requireSelfManaged } from './central';
import { invalid } from './errors';
import type { SecurityHubState } from './state';

/** Standards with an ARN per region, by what follows `standards/`. */
const regional = {
  'ai-security-best-practices/v/1.0.0': 'AI Security Best Practices v1.0.0',
  'aws-foundational-security-best-practices/v/1.0.0': 'AWS Foundational Security Best Practices v1.0.0',
  'aws-resource-tagging-standard/v/1.0.0': 'AWS Resource Tagging Standard v1.0.0',
  'cis-aws-foundations-benchmark/v/1.4.0': 'CIS AWS Foundations Benchmark v1.4.0',
  'cis-aws-foundations-benchmark/v/3.0.0': 'CIS AWS Foundations Benchmark v3.0.0',
  'cis-aws-foundations-benchmark/v/5.0.0': 'CIS AWS Foundations Benchmark v5.0.0',
  'nist-800-53/v/5.0.0': 'NIST Special Publication 800-53 Revision 5',
  'nist-800-171/v/2.0.0': 'NIST Special Publication 800-171 Revision 2',
  'pci-dss/v/3.2.1': 'PCI DSS v3.2.1',
  'pci-dss/v/4.0.1': 'PCI DSS v4.0.1',
};

/** The one standard whose ARN names no region. */
const cis12 = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';

const regionalArn = (region: string, path: string): string => `arn:aws:securityhub:${region}::standards/${path}`;

/** The standards that Security Hub enables by itself in a region. */
export const defaultStandards = (region: string): readonly string[] => [
  cis12,
  regionalArn(region, 'aws-foundational-security-best-practices/v/1.0.0'),
];

/** Refuses ARNs that are not those of standards in the region. */
export function requireStandards(arns: readonly string[], region: string): void {
  const known = catalogue(region);
  const unknown = arns.find((arn) => !known.has(arn));
  if (unknown !== undefined) throw invalid(`Standards ARN ${unknown} is not available in ${region}`);
}

/** Security standards and the subscriptions to them. */
export const standardOperations = (state: SecurityHubState): SecurityHubOperations => ({
  DescribeStandards: ({ region }) => ({ Standards: describeStandards(region) }),
  BatchEnableStandards: (call) => enable(state, call),
  BatchDisableStandards: (call) => disable(state, call),
  GetEnabledStandards: (call) => {
    const wanted = call.input.StandardsSubscriptionArns;
    const enabled = [...state.findHub(call).standards].map((arn) => subscription(state, call, arn));
    return {
      StandardsSubscriptions: enabled.filter(({ StandardsSubscriptionArn: arn = '' }) => wanted?.includes(arn) ?? true),
    };
  },
});

const catalogue = (region: string): ReadonlyMap<string, string> =>
  new Map([
    [cis12, 'CIS AWS Foundations Benchmark v1.2.0'],
    ...Object.entries(regional).map(([path, name]): [string, string] => [regionalArn(region, path), name]),
  ]);

function describeStandards(region: string): Shape<Standard>[] {
  const enabledByDefault = defaultStandards(region);
  return [...catalogue(region)].map(([StandardsArn, Name]) => ({
    StandardsArn,
    Name,
    Description: Name,
    EnabledByDefault: enabledByDefault.includes(StandardsArn),
    StandardsManagedBy: { Company: 'AWS', Product: 'Security Hub' },
  }));
}

function enable(state: SecurityHubState, call: SecurityHubCall<'BatchEnableStandards'>) {
  const hub = state.findHub(call);
  const { StandardsSubscriptionRequests: requests } = required(call.input, 'StandardsSubscriptionRequests');
  const arns = requests.map(({ StandardsArn = '' }) => StandardsArn);
  requireSelfManaged(state, call);
  requireStandards(arns, call.region);
  for (const arn of arns) hub.standards.add(arn);
  return { StandardsSubscriptions: arns.map((arn) => subscription(state, call, arn)) };
}

function disable(state: SecurityHubState, call: SecurityHubCall<'BatchDisableStandards'>) {
  requireSelfManaged(state, call);
  const { standards } = state.findHub(call);
  const { StandardsSubscriptionArns: arns } = required(call.input, 'StandardsSubscriptionArns');
  const disabled = arns.map((arn) => {
    const standard = [...standards].find((one) => subscriptionArn(call, one) === arn);
    if (standard === undefined) throw invalid(`Standards subscription ${arn} does not exist`);
    return standard;
  });
  for (const arn of disabled) standards.delete(arn);
  return {
    StandardsSubscriptions: disabled.map((arn) => ({
      ...subscription(state, call, arn),
      StandardsStatus: 'DELETING' as const,
    })),
  };
}

function subscription(
  { world }: SecurityHubState,
  { account, region }: Scope,
  standardsArn: string,
): Shape<StandardsSubscription> {
  const isRecording = world.isRecording(account, region);
  return {
    StandardsSubscriptionArn: subscriptionArn({ account, region }, standardsArn),
    StandardsArn: standardsArn,
    StandardsInput: {},
    StandardsStatus: isRecording ? 'READY' : 'INCOMPLETE',
    StandardsControlsUpdatable: isRecording ? 'READY_FOR_UPDATES' : 'NOT_READY_FOR_UPDATES',
    ...(!isRecording && { StandardsStatusReason: { StatusReasonCode: 'NO_AVAILABLE_CONFIGURATION_RECORDER' } }),
  };
}

const subscriptionArn = (scope: Scope, standardsArn: string): string =>
  arnOf('securityhub', scope, `subscription/${standardsArn.replace(/^.*:(ruleset|standards)\//, '')}`);
