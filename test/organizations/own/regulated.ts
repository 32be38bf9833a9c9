import { knownRegions } from '../../../schema/facts/regions';
import { coreAccounts, type Organization, saidOfSampleCards, saidOfSamplePlaces, samplePlaces } from './organization';

/** A bank: every region that needs no opt-in, write-once trails for ten years, state in S3, several addresses per finding. */
export const regulated: Organization = {
  settings: {
    name: 'bank',
    homeRegion: 'eu-west-1',
    regions: knownRegions,
    organizationalUnits: ['Infrastructure/Security', 'Regulated/Models', 'Regulated/Payments', 'Suspended'],
    places: {
      aiAccounts: { organizationalUnits: ['Regulated/Models'] },
      workloads: { organizationalUnits: ['Regulated'] },
      securityAccounts: { organizationalUnits: ['Infrastructure/Security'] },
      suspended: { organizationalUnits: ['Suspended'] },
    },
    organization: { accountQuota: 40 },
    backend: { type: 's3', bucket: 'bank-terraform-state', region: 'eu-west-1' },
    logs: { retentionDays: 3_700, objectLock: { mode: 'COMPLIANCE', days: 3_650 } },
    roles: { breakGlass: ['BreakGlass'], modelApprovers: ['ModelApprover'] },
    ai: { approvedModels: ['amazon.nova-*'] },
    services: {
      securityHub: { standards: ['nist-800-53/v/5.0.0', 'pci-dss/v/4.0.1'] },
      accessAnalyzer: { unusedAccessDays: 90 },
      notifications: { emails: ['soc@bank.example', 'risk@bank.example'] },
    },
  },
  accounts: [
    ...coreAccounts('bank.example', 'Infrastructure/Security'),
    {
      name: 'scoring',
      displayName: 'Credit Scoring (Production)',
      email: 'aws+scoring@bank.example',
      ou: 'Regulated/Models',
      owner: 'credit-risk',
      ai: {
        dataClassification: 'restricted',
        registry: { groups: [{ name: 'scoring', description: 'Scores applications for credit', riskClass: 'high' }] },
        bedrock: { invocationLogging: { retentionDays: 3_650 } },
      },
    },
    { name: 'payments', email: 'aws+payments@bank.example', ou: 'Regulated/Payments', owner: 'payments' },
  ],
  firstTry: {
    settings: {
      regions: [...knownRegions, 'eu-south-1'],
      places: samplePlaces,
      backend: { type: 's3', bucket: 'Bank-Terraform-State', region: 'eu-west-1' },
      logs: { retentionDays: 2_557, objectLock: { mode: 'COMPLIANCE', days: 3_650 } },
    },
    accounts: { payments: { email: 'aws+logs@bank.example' } },
  },
  said: [
    'accounts/landing-zone.ts regions[17]',
    'accounts/landing-zone.ts backend.bucket',
    'accounts/landing-zone.ts logs.objectLock.days',
    saidOfSamplePlaces,
    'accounts/payments.ts email',
    'accounts/scoring.ts ai.bedrock.invocationLogging.retentionDays',
    ...saidOfSampleCards,
  ],
};
