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
  role: refused('security', 'one delegated administrator', {
    at: 'accounts.sandbox.role',
    also: {
      'accounts.security.role': 'workload',
      'accounts.sandbox.ou': 'Security',
      'accounts.security.ou': 'Sandbox',
    },
  }),
  origin: refused('external', 'closing', {
    at: 'accounts.lab.origin',
    also: { 'accounts.lab.id': '222233334444', 'accounts.lab.ou': undefined },
  }),
  id: refused('999988887777', 'one management account for good', { at: 'accounts.management.id' }),
  state: to('closing', { at: 'accounts.lab.state' }),
  regions: to(twoRegions, onlyHome('accounts.sandbox.regions')),
  ai: to({ dataClassification: 'internal' }, { at: 'accounts.lab.ai' }),
  'ai.dataClassification': to('restricted'),
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
    also: { 'accounts.models.ai.lineage.datasets[1].derivedFrom': ['raw-notes'] },
  }),
  'ai.lineage.datasets[].prefix': to('all-notes'),
  'ai.lineage.datasets[].description': to('Notes as they come'),
  'ai.lineage.datasets[].classification': to('internal'),
  'ai.lineage.datasets[].derivedFrom': words([], { at: 'accounts.models.ai.lineage.datasets[1].derivedFrom' }),
  'ai.lineage.datasets[].artifact': to('existing'),
  'ai.lineage.projects': adds({ name: 'second', description: 'A second one', page: 'https://example.com/second' }),
  'ai.lineage.projects[].name': to('triage'),
  'ai.lineage.projects[].description': to('Sorts referrals'),
  'ai.lineage.projects[].page': to('https://example.com/projects/triage'),
  'ai.lineage.projects[].datasets': words([]),
  'ai.budget': to({ monthlyUsd: 100 }, { at: `${second}.budget` }),
  'ai.budget.monthlyUsd': to(5000),
  'ai.budget.services': to({ 'Amazon SageMaker': 3000, 'Amazon Bedrock': 1000 }),
  'ai.budget.alertsAtPercent': to([90]),
  'ai.budget.forecastAtPercent': to('off'),
  'ai.budget.anomalies.enabled': to(false),
  'ai.budget.anomalies.aboveUsd': to(200),
  'ai.budget.anomalies.frequency': to('WEEKLY'),
  'ai.budget.anomalies.monitorArn': to(monitor),
  'ai.budget.notify': adds('more-costs@example.com'),
  budget: to({ monthlyUsd: 100 }, { at: 'accounts.log-archive.budget' }),
  'budget.monthlyUsd': to(300, { at: 'accounts.security.budget.monthlyUsd' }),
  'budget.services': to({ 'AWS Lambda': 50 }, { at: 'accounts.security.budget.services' }),
  'budget.alertsAtPercent': to([90], { at: 'accounts.security.budget.alertsAtPercent' }),
  'budget.forecastAtPercent': to('off', { at: 'accounts.security.budget.forecastAtPercent' }),
  'budget.anomalies.enabled': to(false, { at: 'accounts.security.budget.anomalies.enabled' }),
  'budget.anomalies.aboveUsd': to(200, { at: 'accounts.security.budget.anomalies.aboveUsd' }),
  'budget.anomalies.frequency': to('WEEKLY', { at: 'accounts.security.budget.anomalies.frequency' }),
  'budget.anomalies.monitorArn': to(monitor, { at: 'accounts.security.budget.anomalies.monitorArn' }),
  'budget.notify': to(['costs@example.com'], { at: 'accounts.security.budget.notify' }),
  tags: to({ stage: 'trial' }),
};
