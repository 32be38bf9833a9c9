import { type Quota, quotas, rcpQuotas, scpQuotas } from '../../schema/facts/quotas';
import type { ParsedControl } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import { aiOptOutPolicy } from './ai-opt-out';
import { chatbotPolicy } from './chatbot-policy';
import { ec2Policy } from './ec2-policy';
import type { DeclarativePolicyType, PlacedPolicyType, PolicyType } from './organization-policy';
import { tagPolicy } from './tag-policy';

/** What AWS takes of policies of one kind. */
interface PolicyQuotas {
  readonly characters: Quota;
  readonly perTarget: Quota;
}

/** The sets of quotas that an organization may be under: `organization.scpQuota`. */
export type QuotaSet = keyof typeof scpQuotas;

/** What holds for every kind of organization policy. */
interface PolicyKind {
  /** As people call one in tables and sentences: `SCP`. */
  readonly label: string;
  /** Leads the names of its resources in Terraform; a change would replace every policy. */
  readonly resourcePrefix: string;
}

/** A kind whose documents are the IAM statements of controls. Organizations calls these authorization policies. */
interface AuthorizationKind extends PolicyKind {
  /** As prose calls one, and several: `service control policies`. */
  readonly singular: string;
  readonly plural: string;
  /** Where the `prevent` of a control has its statements. */
  readonly key: Exclude<keyof NonNullable<ParsedControl['prevent']>, 'exempt'>;
  /** Whose account has to be below a node for its policies to bind a request. */
  readonly binds: 'principal' | 'resource';
  /** The `Principal` of each statement. @default - its statements have no such element */
  readonly principal?: '*';
  /** Ends the names of its policies, which are unique among all kinds. */
  readonly nameEnding: string;
  /** The policy that AWS attaches to every node once the type is enabled. It takes a slot. */
  readonly fullAccess: string;
  readonly quotas: Readonly<Record<QuotaSet, PolicyQuotas>>;
  /** The setting that chooses between the sets of quotas. @default - they are the same in each */
  readonly quotaSetting?: string;
  /** The setting with the number of slots that others take at each node. @default - none */
  readonly reservedSlots?: 'reservedScpSlots';
}

/** A kind that declares how services are set, with one document for the whole organization. */
interface DeclarativeKind extends PolicyKind {
  readonly name: string;
  readonly description: string;
  /** Undefined where the settings ask for no such policy. */
  readonly contentOf: (zone: LandingZone) => string | undefined;
  readonly quota: Quota;
}

/** Service and resource control policies: everything that differs between them. */
export const authorizationKinds: Readonly<Record<PolicyType, AuthorizationKind>> = {
  SERVICE_CONTROL_POLICY: {
    label: 'SCP',
    singular: 'service control policy',
    plural: 'service control policies',
    key: 'scp',
    resourcePrefix: 'scp-',
    binds: 'principal',
    nameEnding: '',
    fullAccess: 'FullAWSAccess',
    quotas: scpQuotas,
    quotaSetting: 'organization.scpQuota',
    reservedSlots: 'reservedScpSlots',
  },
  RESOURCE_CONTROL_POLICY: {
    label: 'RCP',
    singular: 'resource control policy',
    plural: 'resource control policies',
    key: 'rcp',
    resourcePrefix: 'rcp-',
    binds: 'resource',
    principal: '*',
    nameEnding: '-resources',
    fullAccess: 'RCPFullAWSAccess',
    quotas: { 'since-2026-05': rcpQuotas, 'before-2026-05': rcpQuotas },
  },
};

/** Policies that no control writes. A new kind is one more record. */
export const declarativeKinds: Readonly<Record<DeclarativePolicyType, DeclarativeKind>> = {
  AISERVICES_OPT_OUT_POLICY: {
    label: 'AI services opt-out policy',
    resourcePrefix: '',
    name: 'ai-opt-out',
    description: 'No AI service keeps content of ours to train itself',
    contentOf: () => aiOptOutPolicy,
    quota: quotas.aiOptOutPolicy,
  },
  CHATBOT_POLICY: {
    label: 'chat applications policy',
    resourcePrefix: '',
    name: 'chat',
    description: 'Which chats may show and do things in any account',
    contentOf: chatbotPolicy,
    quota: quotas.chatbotPolicy,
  },
  DECLARATIVE_POLICY_EC2: {
    label: 'declarative policy for EC2',
    resourcePrefix: '',
    name: 'ec2',
    description: 'How EC2 is set in every account, for good',
    contentOf: ec2Policy,
    quota: quotas.declarativePolicy,
  },
  TAG_POLICY: {
    label: 'tag policy',
    resourcePrefix: '',
    name: 'tags',
    description: 'How tags of governance are spelled, and what they may say',
    contentOf: tagPolicy,
    quota: quotas.tagPolicy,
  },
};

/** Kinds of which settings write policies for some OUs or accounts. */
export const placedKinds: Readonly<Record<PlacedPolicyType, PolicyKind & { readonly quota: Quota }>> = {
  TAG_POLICY: declarativeKinds.TAG_POLICY,
  BACKUP_POLICY: { label: 'backup policy', resourcePrefix: '', quota: quotas.backupPolicy },
  BEDROCK_POLICY: { label: 'Bedrock policy', resourcePrefix: '', quota: quotas.bedrockPolicy },
};

/** Every kind of policy by its type in Organizations. */
export const policyKinds: Readonly<Record<PolicyType | DeclarativePolicyType | PlacedPolicyType, PolicyKind>> = {
  ...authorizationKinds,
  ...placedKinds,
  ...declarativeKinds,
};
