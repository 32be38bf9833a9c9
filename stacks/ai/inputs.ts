import type { ModelCard } from '../../schema/landing-zone';
import type { Input } from '../kernel/measuring/input';
import type { AiAccount } from './context';

/** The fields of an account's file that the resources of its AI stack are made from. */
export function aiInputs({ file, ai }: AiAccount, cards: readonly ModelCard[]): readonly Input[] {
  const from = (of: RegExp, field: string, fix: string): Input => ({ of, file, field: `ai.${field}`, fix });
  const list = (of: RegExp, field: string): Input => from(of, field, `write less in ai.${field}`);
  return [
    ...ai.registry.groups.map(({ name }, index) =>
      from(
        new RegExp(`^\\w+\\.model-package-group-${name}(-policy)?$`),
        `registry.groups[${index}]`,
        'share it with fewer accounts, or keep groups in another account',
      ),
    ),
    ...cards.map(
      ({ name, file: of }): Input => ({
        of: new RegExp(`^aws_cloudformation_stack\\.model-card-${name}$`),
        file: of,
        field: 'content',
        fix: 'shorten the card',
      }),
    ),
    from(/\.lake-(queries-|results)/, 'dataLake.roles', 'rename the role, or make fewer in the lake of this account'),
    from(/^aws_iam_role\.lake-role-/, 'dataLake.roles', 'rename the role, or let fewer assume it'),
    from(
      /^aws_iam_role_policy\.(lake-role-|data-lake)/,
      'dataLake.databases',
      'keep the tables in fewer databases, or some of them in the lake of another account',
    ),
    from(
      /^aws_s3_bucket_policy\.training/,
      'dataLake',
      'name fewer directReaders, or keep the tables in fewer databases',
    ),
    list(/^aws_glue_/, 'dataLake.databases'),
    from(
      /^aws_(s3_bucket_policy\.models|kms_key\.data-key|sagemaker_)/,
      'registry.groups',
      'share fewer groups, or keep some in another account',
    ),
    list(/\.enforced-guardrail/, 'bedrock.enforcedGuardrail'),
    list(/guardrail/, 'bedrock.guardrails'),
    list(/^aws_bedrock_inference_profile/, 'bedrock.inferenceProfiles'),
    list(/\.prompt/, 'bedrock.invocationLogging'),
    list(/\.lineage-dataset/, 'lineage.datasets'),
    list(/\.lineage-/, 'lineage.projects'),
  ];
}
