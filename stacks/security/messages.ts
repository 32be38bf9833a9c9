import { type Severity, severities } from '../../schema/forms/notifications';
import { isOn } from '../../schema/forms/services';
import type { LandingZone } from '../../schema/landing-zone';
import { blindingCalls } from '../parts/blinding-calls';
import { seesReads, tryBreakGlassUse } from '../parts/break-glass-use';
import { failedBackups, failedDeliveries, modelDrift } from '../parts/failed-work';
import { alarmsOf } from '../parts/failure-alarm';
import { healthRisks } from '../parts/health-risks';
import { organizationChanges, rootUse } from '../parts/management-events';
import { modelAccessCalls } from '../parts/model-access';
import { modelApprovalCalls } from '../parts/model-approvals';
import { nonCompliance } from './compliance-messages';
import { accessFindings, failedControls, guardDutyFindings, macieFindings } from './finding-events';
import type { Message } from './message';

/** From where on findings of each source are sent. */
interface Thresholds {
  readonly guardDutySeverity: number;
  readonly macie: 'off' | Severity;
  readonly accessAnalyzer: 'off' | 'public' | 'all';
  readonly securityHub: 'off' | Severity;
  readonly compliance: 'off' | Severity;
}

/** What the addressees of the settings are told. */
export const messagesOf = (zone: LandingZone): readonly Message[] => [
  ...atOnce(zone),
  ...findings(zone, zone.services.notifications),
  approvals,
  ...everyday(zone),
  ...grave(zone),
];

/** What a route is told from its severity on. AWS gives some findings none; docs/capabilities/alerts.md says what they count as. */
export const routedMessages = (zone: LandingZone, from: Severity): readonly Message[] => [
  ...atOnce(zone),
  ...findings(zone, {
    guardDutySeverity: lowestOf[from],
    macie: from,
    accessAnalyzer: ({ low: 'all', medium: 'all', high: 'public', critical: 'off' } as const)[from],
    securityHub: from,
    compliance: from,
  }),
  ...(from === 'low' ? [approvals] : []),
  ...(from === 'low' || from === 'medium' ? everyday(zone) : []),
  ...(from === 'critical' ? [] : grave(zone)),
];

/** What counts as critical: every route hears it. */
const atOnce = (zone: LandingZone): readonly Message[] => [...breakGlassUses(zone), health];

/** What counts as high. */
const grave = (zone: LandingZone): readonly Message[] => [
  modelAccess,
  ...management,
  {
    name: 'blinding',
    description: 'Somebody switched off what detects or tells, or tried to',
    pattern: blindingCalls(zone),
  },
  failures(zone),
  // Whoever records: what is not delivered, the archive does not have.
  { name: 'config-delivery', description: 'Config could not deliver what it recorded', pattern: failedDeliveries },
];

/** What counts as medium. */
const everyday = (zone: LandingZone): readonly Message[] => [
  ...(zone.activeAccounts.some(({ ai }) => ai)
    ? [
        {
          name: 'model-drift',
          description: 'A model monitor found that something drifted, or failed',
          pattern: modelDrift,
        },
      ]
    : []),
  ...(zone.backupPolicies.length > 0
    ? [{ name: 'backup', description: 'A backup did not come about', pattern: failedBackups }]
    : []),
];

/** GuardDuty User Guide, guardduty_findings-severity. */
const lowestOf: Readonly<Record<Severity, number>> = { low: 1, medium: 4, high: 7, critical: 9 };

const findings = (zone: LandingZone, from: Thresholds): readonly Message[] => [
  ...(zone.services.guardDuty.enabled ? [guardDuty(from.guardDutySeverity)] : []),
  ...(zone.services.macie.enabled ? macie(from.macie) : []),
  ...(zone.services.accessAnalyzer.enabled ? accessAnalyzer(from.accessAnalyzer) : []),
  ...(isOn(zone.services, 'securityHub') ? securityHub(from.securityHub) : []),
  // Whoever records: the rules are ours.
  ...(from.compliance === 'off' ? [] : nonCompliance(zone, from.compliance)),
];

/** Low by default, and named beside the severity for what they mean here. */
const guardDuty = (severity: number): Message => ({
  name: 'guardduty',
  description: 'GuardDuty: severe findings, and every finding about model use and about root users',
  pattern: {
    ...guardDutyFindings,
    detail: {
      $or: [
        { severity: [{ numeric: ['>=', severity] }] },
        { type: [{ suffix: 'BedrockLoggingDisabled' }, ...modelUseFindings, rootUseFinding] },
      ],
    },
  },
});

/** GuardDuty User Guide, findings-ai-protection. */
export const modelUseFindings = [
  'Impact:IAMUser/AnomalousModelInvocation',
  'Impact:IAMUser/CostHarvesting',
  'Impact:IAMUser/PromptInjection.Direct',
];

/** GuardDuty User Guide, guardduty_finding-types-iam. */
const rootUseFinding = 'Policy:IAMUser/RootCredentialUsage';

/** The severities from one on, as a source spells them. */
const from = (lowest: Severity, known: readonly string[]): readonly string[] => known.slice(severities.indexOf(lowest));

function macie(lowest: Thresholds['macie']): readonly Message[] {
  if (lowest === 'off') return [];
  if (lowest === 'low') return [{ name: 'macie', description: 'Macie: every finding', pattern: macieFindings }];
  // Macie has no critical finding: Macie User Guide, findings-severity.
  const description = from(lowest, ['Low', 'Medium', 'High']);
  if (description.length === 0) return [];
  return [
    {
      name: 'macie',
      description: `Macie: findings of severity ${lowest} and above`,
      pattern: { ...macieFindings, detail: { severity: { description } } },
    },
  ];
}

function accessAnalyzer(which: Thresholds['accessAnalyzer']): readonly Message[] {
  if (which === 'off') return [];
  return [
    {
      name: 'access-analyzer',
      description: which === 'public' ? 'Access Analyzer: what everybody can reach' : 'Access Analyzer: every finding',
      pattern: { ...accessFindings, detail: { status: ['ACTIVE'], ...(which === 'public' && { isPublic: [true] }) } },
    },
  ];
}

function securityHub(lowest: Thresholds['securityHub']): readonly Message[] {
  if (lowest === 'off') return [];
  const Label = from(lowest, ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']);
  const findings = { ...failedControls.detail.findings, Severity: { Label } };
  return [
    {
      name: 'security-hub',
      description: `Security Hub: failed controls of severity ${lowest} and above`,
      pattern: { ...failedControls, detail: { findings } },
    },
  ];
}

/** A session of such a role is as grave as anything that is found. */
function breakGlassUses(zone: LandingZone): readonly Message[] {
  const pattern = tryBreakGlassUse(zone);
  const description = 'Somebody opened a session of a break-glass role, or tried to';
  return pattern ? [{ name: 'break-glass', description, pattern, state: seesReads }] : [];
}

const health: Message = {
  name: 'health',
  description: 'AWS sees an account abused, or keys of it in public',
  pattern: healthRisks,
};

const approvals: Message = {
  name: 'model-approvals',
  description: 'Who approved or rejected a model version',
  pattern: modelApprovalCalls,
};

const modelAccess: Message = {
  name: 'model-access',
  description: 'Somebody signed for a model, or looked with a long-lived key whether use is recorded',
  pattern: modelAccessCalls,
  state: seesReads,
};

const failures = (zone: LandingZone): Message => ({
  name: 'failures',
  description: 'What detects or tells failed itself',
  pattern: alarmsOf(zone),
});

const management: readonly Message[] = [
  { name: 'root-use', description: 'The root user of the management account, and root sessions', pattern: rootUse },
  { name: 'organization', description: 'Changes of the organization', pattern: organizationChanges },
];
