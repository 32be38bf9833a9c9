import type { Account } from '../../../schema/landing-zone';
import { metadataOf, type OscalContext, oscalFiles, property } from './document';
import { uuidOf } from './uuid';

/** What is assessed and how: the controls that checks lean on, every account, by reading AWS and the policies. */
export function assessmentPlanOf(context: OscalContext, controls: readonly string[]) {
  const { zone } = context;
  const ssp = uuidOf(zone.name, 'system-security-plan');
  return {
    'assessment-plan': {
      uuid: uuidOf(zone.name, 'assessment-plan', context.at),
      metadata: metadataOf(context, 'Assessment plan'),
      'import-ssp': {
        href: `#${ssp}`,
        remarks: 'The system security plan is kept by the organization, outside this bundle.',
      },
      'local-definitions': { 'inventory-items': accountItems(context) },
      'reviewed-controls': reviewedControls(controls),
      'assessment-subjects': [{ type: 'inventory-item', 'include-all': {} }],
      'assessment-assets': assessmentAssets(context),
      tasks: [
        {
          uuid: uuidOf(zone.name, 'task', 'verify', context.at),
          type: 'action',
          title: 'Compare what AWS has with what is promised',
          description: 'Every check reads AWS by calls that change nothing, and its reply is in the bundle, redacted.',
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: ssp,
            title: 'System security plan',
            description: `Kept by whoever is responsible for ${zone.name}; what the landing zone adds to it is ${oscalFiles.componentDefinition}.`,
          },
        ],
      },
    },
  };
}

/** Controls that a document is about, by their ids in the catalog; all of it where none is told apart. */
export const reviewedControls = (controls: readonly string[]) => ({
  'control-selections': [
    controls.length > 0 ? { 'include-controls': controls.map((id) => ({ 'control-id': id })) } : { 'include-all': {} },
  ],
});

/** Each account as something that can be looked at. */
export const accountItems = (context: OscalContext) =>
  context.zone.activeAccounts.map((account) => ({
    uuid: accountUuid(context, account.name),
    description: `AWS account ${account.name}`,
    props: accountProperties(account),
  }));

const accountProperties = ({ name, id, ou, origin, regions }: Account) => [
  property('account', name),
  ...(id === undefined ? [] : [property('account-id', id)]),
  ...(ou === undefined ? [] : [property('organizational-unit', ou)]),
  property('origin', origin),
  ...regions.map((region) => property('region', region)),
];

export const accountUuid = ({ zone }: OscalContext, name: string): string => uuidOf(zone.name, 'account', name);

/** The tool that reads, as what results come from. */
export const assessmentAssets = (context: OscalContext) => ({
  components: [
    {
      uuid: toolUuid(context),
      type: 'software',
      title: 'ai-governance-landing-zone',
      description: 'The commands verify, prove and evidence of the landing zone.',
      props: [property('release', context.version)],
      status: { state: 'operational' },
    },
  ],
  'assessment-platforms': [
    {
      uuid: uuidOf(context.zone.name, 'platform'),
      title: 'The command line of the landing zone',
      'uses-components': [{ 'component-uuid': toolUuid(context) }],
    },
  ],
});

export const toolUuid = ({ zone }: OscalContext): string => uuidOf(zone.name, 'tool');
