import type { Call, Json, Route } from '../../toolkit/untyped';
import { requireSelfManaged } from './central';
import { invalid } from './errors';
import { route, type SecurityHubState } from './state';

/** Standards with an ARN per region, by what follows `standards/`. */
const REGIONAL: Readonly<Record<string, string>> = {
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
const CIS_1_2 = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0';

const regionalArn = (region: string, path: string): string => `arn:aws:securityhub:${region}::standards/${path}`;

/** The standards that Security Hub enables by itself in a region. */
export function defaultStandards(region: string): string[] {
  return [CIS_1_2, regionalArn(region, 'aws-foundational-security-best-practices/v/1.0.0')];
}

/** Whether the ARN is that of a standard in the region. */
export function isStandard(arn: string, region: string): boolean {
  return catalogue(region).has(arn);
}

/** Security standards and the subscriptions to them. */
export function standardsRoutes(state: SecurityHubState): Route[] {
  return [
    route(state, 'GET', '/standards', 'DescribeStandards', ({ region }) => describeStandards(region)),
    route(state, 'POST', '/standards/register', 'BatchEnableStandards', (call) => batchEnableStandards(state, call)),
    route(state, 'POST', '/standards/deregister', 'BatchDisableStandards', (call) =>
      batchDisableStandards(state, call),
    ),
    route(state, 'POST', '/standards/get', 'GetEnabledStandards', (call) => getEnabledStandards(state, call)),
  ];
}

function catalogue(region: string): Map<string, string> {
  const regional = Object.entries(REGIONAL).map(([path, name]): [string, string] => [regionalArn(region, path), name]);
  return new Map([[CIS_1_2, 'CIS AWS Foundations Benchmark v1.2.0'], ...regional]);
}

function describeStandards(region: string): Json {
  const enabledByDefault = defaultStandards(region);
  return {
    Standards: [...catalogue(region)].map(([StandardsArn, Name]) => ({
      StandardsArn,
      Name,
      Description: Name,
      EnabledByDefault: enabledByDefault.includes(StandardsArn),
      StandardsManagedBy: { Company: 'AWS', Product: 'Security Hub' },
    })),
  };
}

function batchEnableStandards(state: SecurityHubState, call: Call): Json {
  const hub = state.findHub(call);
  const arns = (call.input.StandardsSubscriptionRequests as Json[]).map(({ StandardsArn }) => String(StandardsArn));
  requireSelfManaged(state, call);
  const unknown = arns.find((arn) => !isStandard(arn, call.region));
  if (unknown !== undefined) throw invalid(`Standards ARN ${unknown} is not available in ${call.region}`);
  for (const arn of arns) hub.standards.add(arn);
  return { StandardsSubscriptions: arns.map((arn) => subscription(state, call, arn)) };
}

function batchDisableStandards(state: SecurityHubState, call: Call): Json {
  requireSelfManaged(state, call);
  const { standards } = state.findHub(call);
  const disabled = (call.input.StandardsSubscriptionArns as string[]).map((arn) => {
    const standard = [...standards].find((one) => subscriptionArn(call, one) === arn);
    if (standard === undefined) throw invalid(`Standards subscription ${arn} does not exist`);
    return standard;
  });
  for (const arn of disabled) standards.delete(arn);
  const deleting = (arn: string) => ({ ...subscription(state, call, arn), StandardsStatus: 'DELETING' });
  return { StandardsSubscriptions: disabled.map(deleting) };
}

function getEnabledStandards(state: SecurityHubState, call: Call): Json {
  const wanted: string[] | undefined = call.input.StandardsSubscriptionArns;
  const subscriptions = [...state.findHub(call).standards].map((arn) => subscription(state, call, arn));
  return {
    StandardsSubscriptions: subscriptions.filter((one) => wanted?.includes(one.StandardsSubscriptionArn) ?? true),
  };
}

function subscription({ world }: SecurityHubState, call: Call, standardsArn: string): Json {
  const isRecording = world.isRecording(call.account, call.region);
  return {
    StandardsSubscriptionArn: subscriptionArn(call, standardsArn),
    StandardsArn: standardsArn,
    StandardsInput: {},
    StandardsStatus: isRecording ? 'READY' : 'INCOMPLETE',
    StandardsControlsUpdatable: isRecording ? 'READY_FOR_UPDATES' : 'NOT_READY_FOR_UPDATES',
    ...(!isRecording && { StandardsStatusReason: { StatusReasonCode: 'NO_AVAILABLE_CONFIGURATION_RECORDER' } }),
  };
}

const subscriptionArn = ({ account, region }: Call, standardsArn: string): string =>
  `arn:aws:securityhub:${region}:${account}:subscription/${standardsArn.replace(/^.*:(ruleset|standards)\//, '')}`;
