import { protectedOf, type Resources } from '../../../stacks/ledger/protected';

const kept = { lifecycle: { prevent_destroy: true } };
const to = (address: string, attribute = 'id') => `\${${address}.${attribute}}`;

const resources: Resources = {
  aws_kms_key: { data: kept, spare: {} },
  aws_kms_alias: { data: { target_key_id: to('aws_kms_key.data', 'key_id') } },
  aws_s3_bucket: { data: kept, logs: kept },
  aws_s3_bucket_policy: {
    data: { bucket: to('aws_s3_bucket.data'), policy: `{"Resource":"${to('aws_s3_bucket.logs', 'arn')}/*"}` },
  },
  aws_s3_bucket_logging: { data: { bucket: to('aws_s3_bucket.data'), target_bucket: to('aws_s3_bucket.logs') } },
  aws_s3_bucket_replication_configuration: {
    copies: { bucket: to('aws_s3_bucket.data'), role: to('aws_iam_role.copier', 'arn') },
  },
  aws_iam_role: { copier: {}, other: {} },
  aws_iam_role_policy: {
    copier: { role: to('aws_iam_role.copier', 'name') },
    other: { role: to('aws_iam_role.other') },
  },
  aws_bedrock_setting: { on: { bucket: to('aws_s3_bucket.data'), key: to('aws_kms_key.data', 'arn') } },
};

describe('the protected resources of a stack', () => {
  const found = protectedOf(resources);

  it('are those that prevent their destruction, and no others', () => {
    expect(Object.keys(found)).toEqual(['aws_kms_key.data', 'aws_s3_bucket.data', 'aws_s3_bucket.logs']);
  });

  it('have with them what belongs to them and what that stands on, down to the policy of a role', () => {
    expect(found['aws_s3_bucket.data']).toEqual([
      'aws_iam_role.copier',
      'aws_iam_role_policy.copier',
      'aws_s3_bucket_logging.data',
      'aws_s3_bucket_policy.data',
      'aws_s3_bucket_replication_configuration.copies',
    ]);
    expect(found['aws_kms_key.data']).toEqual(['aws_kms_alias.data']);
  });

  it('are workspaces with their settings, and without those of others whose states they read', () => {
    const workspaces: Resources = {
      tfe_workspace: { security: kept, sandbox: kept },
      tfe_workspace_settings: {
        security: {
          workspace_id: to('tfe_workspace.security'),
          remote_state_consumer_ids: [to('tfe_workspace.sandbox')],
        },
        sandbox: { workspace_id: to('tfe_workspace.sandbox'), remote_state_consumer_ids: [] },
      },
    };
    expect(protectedOf(workspaces)).toEqual({
      'tfe_workspace.security': ['tfe_workspace_settings.security'],
      'tfe_workspace.sandbox': ['tfe_workspace_settings.sandbox'],
    });
  });

  it('do not have with them what only speaks of them, or sends its logs there', () => {
    expect(found['aws_s3_bucket.logs']).toEqual([]);
  });
});
