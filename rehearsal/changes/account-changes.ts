import { bedrockChanges } from './bedrock-changes';
import { adds, type Rows, refused, to, words } from './change';
import { dataLakeChanges } from './data-lake-changes';
import { onlyHome, twoRegions } from './small-zone';

const second = 'accounts.sandbox.ai';

/** The one that AWS makes by itself. */
const monitor = 'arn:aws:ce::111122223333:anomalymonitor/0a1b2c3d-0000-4000-8000-000000000000';

/** A row for each field of `accounts/<name>.ts`: settings-changes.ts says how one is written. */
export const accountChanges: Rows = {
  name: refused('playground', "formerly: 'sandbox'", { at: 'accounts.sandbox.name' }),
  formerly: words('sandbox', { at: 'accounts.sandbox.formerly', also: { 'accounts.sandbox.name': 'playground' } }),
  displayName: to('Research (Sandbox)', { at: 'accounts.sandbox.displayName' }),
  email: to('aws+research@example.com', { at: 'accounts.sandbox.email' }),
  ou: to('Workloads', { at: 'accounts.sandbox.ou' }),
  owner: to('ml-research'),
  role: refused('security', 'nothing of that can move to another account', {
    at: 'accounts.sandbox.role',
    also: {
      'accounts.security.role': 'workload',
      'accounts.sandbox.ou': 'Security',
      'accounts.security.ou': 'Sandbox',
    },
  }),
  origin: refused('external', 'closing', {
    at: 'accounts.lab.origin',
    also: { 'accounts.lab.id': '333344445555', 'accounts.lab.ou': undefined },
  }),
  id: refused('999988887777', 'is the management account of another landing zone', { at: 'accounts.management.id' }),
  state: to('closing', {
    at: 'accounts.lab.state',
    loses: ['management/aws_organizations_policy_attachment.scp-without-*-at-account-lab'],
  }),
  regions: to(twoRegions, onlyHome('accounts.sandbox.regions')),
  ai: to(
    { dataClassification: 'internal' },
    {
      at: 'accounts.lab.ai',
      loses: ['management/aws_organizations_policy_attachment.scp-without-ai-*-at-account-lab'],
    },
  ),
  'ai.dataClassification': to('restricted'),
  'ai.modelLockDays': to(30),
  'ai.registry.groups': adds({ name: 'monitor', description: 'Tells when answers drift' }),
  'ai.registry.groups[].name': adds(
    { name: 'referrals', description: 'Another name is another group' },
    { at: `${second}.registry.groups` },
  ),
  'ai.registry.groups[].description': to('Sorts referrals'),
  'ai.registry.groups[].owner': to('patient-intake'),
  'ai.registry.groups[].riskClass': to('limited'),
  'ai.registry.groups[].dataClassification': to('internal'),
  'ai.registry.groups[].deployers': to(['sandbox']),
  'ai.registry.groups[].trainers': to(['sandbox']),
  ...dataLakeChanges,
  ...bedrockChanges,
  'ai.lineage': to(
    { datasets: [{ name: 'trial', prefix: 'trial', description: 'Public data' }] },
    { at: `${second}.lineage` },
  ),
  'ai.lineage.datasets': adds({ name: 'images', prefix: 'images', description: 'Pictures' }),
  'ai.lineage.datasets[].name': to('raw-notes', {
    also: {
      'accounts.models.ai.lineage.datasets[0].formerly': 'notes',
      'accounts.models.ai.lineage.datasets[1].derivedFrom': ['raw-notes'],
    },
  }),
  'ai.lineage.datasets[].formerly': to('clean-notes', {
    at: 'accounts.models.ai.lineage.datasets[1].formerly',
    also: {
      'accounts.models.ai.lineage.datasets[1].name': 'cleaned-notes',
      'accounts.models.ai.lineage.projects[0].datasets': ['cleaned-notes'],
    },
  }),
  'ai.lineage.datasets[].prefix': refused('all-notes', 'SageMaker has that on record under this name for good'),
  'ai.lineage.datasets[].description': to('Notes as they come'),
  'ai.lineage.datasets[].classification': to('internal'),
  'ai.lineage.datasets[].derivedFrom': words([], { at: 'accounts.models.ai.lineage.datasets[1].derivedFrom' }),
  'ai.lineage.datasets[].artifact': to('existing'),
  'ai.lineage.projects': adds({ name: 'second', description: 'A second one', page: 'https://example.com/second' }),
  'ai.lineage.projects[].name': to('triage'),
  'ai.lineage.projects[].description': to('Sorts referrals'),
  'ai.lineage.projects[].page': refused(
    'https://example.com/projects/triage',
    'SageMaker has that on record under this name for good',
  ),
  'ai.lineage.projects[].datasets': words([]),
  'ai.budget': to({ monthlyUsd: 100 }, { at: `${second}.budget` }),
  'ai.budget.monthlyUsd': to(5000),
  'ai.budget.services': to({ 'Amazon SageMaker': 3000, 'Amazon Bedrock': 1000 }),
  'ai.budget.alertsAtPercent': to([90]),
  'ai.budget.forecastAtPercent': to('off'),
  'ai.budget.anomalies.enabled': to(false, { loses: ['cost/aws_ce_anomaly_*.account-models-*'] }),
  'ai.budget.anomalies.aboveUsd': to(200),
  'ai.budget.anomalies.frequency': to('WEEKLY'),
  'ai.budget.anomalies.monitorArn': refused(monitor, 'watches the accounts of the organization'),
  'ai.budget.notify': adds('more-costs@example.com'),
  budget: to({ monthlyUsd: 100 }, { at: 'accounts.log-archive.budget' }),
  'budget.monthlyUsd': to(300, { at: 'accounts.security.budget.monthlyUsd' }),
  'budget.services': to({ 'AWS Lambda': 50 }, { at: 'accounts.security.budget.services' }),
  'budget.alertsAtPercent': to([90], { at: 'accounts.security.budget.alertsAtPercent' }),
  'budget.forecastAtPercent': to('off', { at: 'accounts.security.budget.forecastAtPercent' }),
  'budget.anomalies.enabled': to(false, {
    at: 'accounts.security.budget.anomalies.enabled',
    loses: ['cost/aws_ce_anomaly_*.account-security-*'],
  }),
  'budget.anomalies.aboveUsd': to(200, { at: 'accounts.security.budget.anomalies.aboveUsd' }),
  'budget.anomalies.frequency': to('WEEKLY', { at: 'accounts.security.budget.anomalies.frequency' }),
  'budget.anomalies.monitorArn': refused(monitor, 'watches the accounts of the organization', {
    at: 'accounts.security.budget.anomalies.monitorArn',
  }),
  'budget.notify': to(['costs@example.com'], { at: 'accounts.security.budget.notify' }),
  tags: to({ stage: 'trial' }),
  'contacts.billing': to(undefined, { at: 'accounts.lab.contacts.billing' }),
  'contacts.billing.name': to('Second team', { at: 'accounts.lab.contacts.billing.name' }),
  'contacts.billing.title': to('Duty', { at: 'accounts.lab.contacts.billing.title' }),
  'contacts.billing.email': to('second@example.com', { at: 'accounts.lab.contacts.billing.email' }),
  'contacts.billing.phone': to('+49 30 5550199', { at: 'accounts.lab.contacts.billing.phone' }),
  'contacts.operations': to(undefined, { at: 'accounts.lab.contacts.operations' }),
  'contacts.operations.name': to('Second team', { at: 'accounts.lab.contacts.operations.name' }),
  'contacts.operations.title': to('Duty', { at: 'accounts.lab.contacts.operations.title' }),
  'contacts.operations.email': to('second@example.com', { at: 'accounts.lab.contacts.operations.email' }),
  'contacts.operations.phone': to('+49 30 5550199', { at: 'accounts.lab.contacts.operations.phone' }),
  'contacts.security': to(undefined, { at: 'accounts.lab.contacts.security' }),
  'contacts.security.name': to('Second team', { at: 'accounts.lab.contacts.security.name' }),
  'contacts.security.title': to('Duty', { at: 'accounts.lab.contacts.security.title' }),
  'contacts.security.email': to('second@example.com', { at: 'accounts.lab.contacts.security.email' }),
  'contacts.security.phone': to('+49 30 5550199', { at: 'accounts.lab.contacts.security.phone' }),
  dataCatalogs: to('encrypt', { at: 'accounts.lab.dataCatalogs' }),
  defaultVpcs: to('close', { at: 'accounts.lab.defaultVpcs' }),
  serviceQuotas: adds({ service: 'vpc', code: 'L-F678F1CE', value: 8 }, { at: 'accounts.lab.serviceQuotas' }),
  'serviceQuotas[].service': to('lambda', {
    at: 'accounts.lab.serviceQuotas[0].service',
    also: { 'accounts.lab.serviceQuotas[0].code': 'L-B99A9384', 'accounts.lab.serviceQuotas[0].value': 2000 },
    loses: ['account-lab/aws_servicequotas_service_quota.quota-ec2-*'],
  }),
  'serviceQuotas[].code': to('L-417A185B', {
    at: 'accounts.lab.serviceQuotas[0].code',
    loses: ['account-lab/aws_servicequotas_service_quota.quota-ec2-*'],
  }),
  'serviceQuotas[].value': to(128, { at: 'accounts.lab.serviceQuotas[0].value' }),
  'serviceQuotas[].regions': words(['eu-central-1'], { at: 'accounts.lab.serviceQuotas[0].regions' }),
};
