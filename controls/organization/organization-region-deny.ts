import { defineControl, judged } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';
import { notDeployRole } from '../shared/assumptions';
import { globalServices } from '../shared/global-services';
import { everyAccount } from '../where';

const invoke = 'bedrock:InvokeModel';
const invocations = [invoke, 'bedrock:InvokeModelWithResponseStream'];
const batch = 'bedrock:CreateModelInvocationJob';
const filter = 'bedrock:ApplyGuardrail';
const launch = 'ec2:RunInstances';

const profileKey = 'bedrock:InferenceProfileArn';

/** A request in a region of the opt-in kind, which no landing zone governs; with the profile that it goes through, if any. */
const outside = (profile?: string) => ({
  'aws:RequestedRegion': 'me-central-1',
  ...(profile && { [profileKey]: `arn:aws:bedrock:eu-central-1:111122223333:${profile}` }),
});

/** What a call names beside the models that a profile leads to: the profile, in the region that is asked. */
const anyProfile = ['arn:aws:bedrock:*:*:inference-profile/*', 'arn:aws:bedrock:*:*:application-inference-profile/*'];

/**
 * A geographic profile runs a model, or a guardrail, in regions that are denied to everything else. So both are taken out of the
 * first statement, and the others allow them outside the regions through a profile only.
 */
export default defineControl((settings) => {
  const { regions, deployRole, bedrockGeographies, bedrockApplicationProfiles } = settings;
  const ungoverned = { StringNotEquals: { 'aws:RequestedRegion': regions } };
  const profiles = [
    ...bedrockGeographies.map((geography) => `arn:aws:bedrock:*:*:inference-profile/${geography}.*`),
    ...(bedrockApplicationProfiles ? ['arn:aws:bedrock:*:*:application-inference-profile/*'] : []),
  ];
  const filters = bedrockGeographies.map((geography) => `arn:aws:bedrock:*:*:guardrail-profile/${geography}.*`);
  return {
    id: 'organization-region-deny',
    title: 'Nothing runs outside the governed regions, except inference through the profiles of allowed geographies',
    why: 'Data that is processed elsewhere falls under another law, and no trail, recorder or detector of ours sees it.',
    fix: 'Work in a governed region, or add the region, or the geography, to accounts/landing-zone.ts.',
    severity: 'critical',
    where: everyAccount,
    prevent: {
      scp: [
        {
          NotAction: [...globalServices, ...invocations, batch, filter],
          // Written here and not as `exempt`, which would let the deploy role past the other statements too.
          Condition: { ...ungoverned, ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${deployRole}` } },
        },
        {
          Action: invocations,
          Condition: { ...ungoverned, ...(profiles.length > 0 && { ArnNotLikeIfExists: { [profileKey]: profiles } }) },
        },
        // The profile is one of a governed region: what another one is asked is logged nowhere.
        ...(profiles.length > 0 ? [{ Action: invocations, Resource: anyProfile, Condition: ungoverned }] : []),
        // AWS does not say which profile a batch goes through.
        { Action: batch, Condition: ungoverned },
        // A guardrail may work in other regions of its profile's geography: AWS asks for the profile there (Bedrock User
        // Guide, guardrail-profiles-permissions).
        { Action: filter, ...(filters.length > 0 && { NotResource: filters }), Condition: ungoverned },
      ],
    },
    promises: promisesOf(settings, ungoverned, filters),
    satisfies: [
      judged('nist-800-53-r5', ['AC-4', 'SA-9(5)']),
      judged('gdpr', ['Art. 44', 'Art. 45', 'Art. 46']),
      judged('soc-2', ['CC6.1']),
      judged('iso-42001', ['A.4.5']),
      judged('nist-ai-rmf', ['GOVERN 1.1']),
    ],
    examples: examplesOf(settings),
  };
});

const promisesOf = (
  { deployRole }: Settings,
  ungoverned: { readonly StringNotEquals: Readonly<Record<string, readonly string[]>> },
  filters: readonly string[],
) => [
  {
    that: 'Nobody but the deploy role works outside the governed regions with what holds data or runs code',
    deny: {
      Action: [
        'bedrock:Create*',
        'dynamodb:*',
        'ec2:RunInstances',
        'glue:*',
        'lambda:*',
        's3:GetObject',
        's3:PutObject',
        'sagemaker:*',
      ],
      Condition: ungoverned,
    },
    assuming: [notDeployRole(deployRole)],
  },
  {
    that: 'Nobody at all calls a model outside them without naming an inference profile',
    deny: { Action: invocations, Condition: { ...ungoverned, Null: { [profileKey]: 'true' } } },
  },
  {
    that: 'Nobody at all calls a profile of a region outside them',
    deny: { Action: invocations, Resource: anyProfile, Condition: ungoverned },
  },
  {
    that: 'Nobody at all runs a batch outside them, or makes a guardrail of another region work',
    deny: {
      Action: [batch, filter],
      Resource: ['arn:aws:bedrock:*:*:guardrail/*', 'arn:aws:bedrock:*:*:model-invocation-job/*'],
      Condition: ungoverned,
    },
    ...(filters.length > 0 && {
      assuming: [{ that: 'no ARN is that of a guardrail or a job and of a profile', NotResource: filters }],
    }),
  },
];

const invoked = (when: string, profile: string | undefined, denied: boolean) => ({
  when,
  action: invoke,
  context: outside(profile),
  denied,
});

const examplesOf = ({ bedrockGeographies, bedrockApplicationProfiles }: Settings) => [
  { when: 'an instance starts elsewhere', action: launch, context: outside(), denied: true },
  { when: 'an instance starts in the home region', action: launch, denied: false },
  { when: 'the landing zone acts', action: launch, principal: 'deployRole', context: outside(), denied: false },
  { when: 'the endpoint is global', action: 'iam:CreateRole', context: outside(), denied: false },
  invoked('a model is called elsewhere without a profile', undefined, true),
  { ...invoked('the deploy role calls one', undefined, true), principal: 'deployRole' },
  ...bedrockGeographies.map((geography) =>
    invoked(`the profile is of the geography ${geography}`, `inference-profile/${geography}.amazon.nova-pro`, false),
  ),
  {
    ...invoked('the profile is one of a region that is not governed', undefined, true),
    resource: 'arn:aws:bedrock:me-central-1:111122223333:inference-profile/eu.any',
  },
  invoked('its geography only begins like one that may be allowed', 'inference-profile/us-gov.amazon.nova-pro', true),
  invoked('it hides its geography', 'application-inference-profile/abcdefghijkl', !bedrockApplicationProfiles),
  { when: 'a batch runs elsewhere', action: batch, context: outside(), denied: true },
  ...bedrockGeographies.map((geography) => ({
    when: `a guardrail works elsewhere through the profile of ${geography}`,
    action: filter,
    resource: `arn:aws:bedrock:me-central-1:111122223333:guardrail-profile/${geography}.guardrail.v1:0`,
    context: outside(),
    denied: false,
  })),
  {
    when: 'a guardrail that is elsewhere is applied',
    action: filter,
    resource: 'arn:aws:bedrock:me-central-1:111122223333:guardrail/a1b2c3d4e5f6',
    context: outside(),
    denied: true,
  },
  { when: 'a guardrail is made elsewhere', action: 'bedrock:CreateGuardrail', context: outside(), denied: true },
];
