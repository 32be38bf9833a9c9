import { aiSecurityChecks } from './ai-security-checks';

/** A framework that controls are mapped to. A mapping shows where a control helps; it makes nobody compliant. */
export interface Framework {
  /** For a line of text. */
  readonly name: string;
  readonly title: string;
  /** How a requirement of it is written. */
  readonly requirement: RegExp;
  /** An example of that, for messages. */
  readonly example: string;
  /** Every requirement, where they are few and each has to have its answer. @default - what no control helps with is not shown */
  readonly whole?: readonly string[];
}

const aiSecurityIds = Object.keys(aiSecurityChecks);

const hipaaParagraph = /^164\.\d{3}(\([a-z0-9A-Z]+\))*$/;

/** Frameworks by their id. Form of the requirements: the table of contents of each. */
export const frameworks = {
  'nist-800-53-r5': {
    name: 'NIST 800-53',
    title: 'NIST SP 800-53 Rev. 5',
    requirement: /^(AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-\d{1,2}[a-z]?(\(\d{1,2}\))?[a-z]?$/,
    example: 'AC-3(7)',
  },
  hipaa: {
    name: 'HIPAA',
    title: 'HIPAA Security and Privacy Rules (45 CFR 164)',
    requirement: hipaaParagraph,
    example: '164.312(b)',
  },
  gdpr: {
    name: 'GDPR',
    title: 'GDPR (Regulation (EU) 2016/679)',
    requirement: /^Art\. ([1-9]|[1-9]\d)(\(\d\))?(\([a-z]\))?$/,
    example: 'Art. 32',
  },
  'soc-2': {
    name: 'SOC 2',
    title: 'SOC 2 (Trust Services Criteria 2017)',
    requirement: /^(CC[1-9]\.[1-9]|A1\.[1-3]|C1\.[12]|PI1\.[1-5]|P[1-8]\.\d)$/,
    example: 'CC6.1',
  },
  'eu-ai-act': {
    name: 'EU AI Act',
    title: 'EU AI Act (Regulation (EU) 2024/1689)',
    requirement: /^(Art\. ([1-9]|[1-9]\d|10\d|11[0-3])(\(\d{1,2}\))?|Annex [IVX]+)$/,
    example: 'Art. 12',
  },
  'iso-42001': {
    name: 'ISO 42001',
    title: 'ISO/IEC 42001:2023, Annex A',
    requirement: /^A\.([2-9]|10)\.\d(\.\d)?$/,
    example: 'A.6.2.8',
  },
  'nist-ai-rmf': {
    name: 'NIST AI RMF',
    title: 'NIST AI Risk Management Framework 1.0',
    requirement: /^(GOVERN [1-6]|MAP [1-5]|MEASURE [1-4]|MANAGE [1-4])\.\d{1,2}$/,
    example: 'MEASURE 2.7',
  },
  'pci-dss': {
    name: 'PCI DSS',
    title: 'PCI DSS 4.0.1',
    requirement: /^([1-9]|1[0-2])\.\d{1,2}(\.\d{1,2}){0,2}$/,
    example: '10.2.1',
  },
  'aws-ai-security': {
    name: 'AWS AI',
    title: 'AWS AI Security Best Practices 1.0.0 (Security Hub)',
    requirement: new RegExp(`^(${aiSecurityIds.join('|').replaceAll('.', '\\.')})$`),
    example: 'Bedrock.1',
    whole: aiSecurityIds,
  },
} as const satisfies Record<string, Framework>;

export type FrameworkId = keyof typeof frameworks;

export const frameworkIds = Object.keys(frameworks) as FrameworkId[];
