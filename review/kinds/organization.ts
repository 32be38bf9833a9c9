import { harmless, more, off, replaces, unsure } from '../direction';
import { elsewhere, holds, type Kinds, protects } from '../kind';
import { administrator, description, name, reference } from './words';

const policies = { elsewhere: 'the policies of the whole organization are compared' };

/** AWS Organizations: the tree, its accounts and its policies. */
export const organization: Kinds = {
  aws_organizations_account: {
    presence: holds('an account with all that is in it'),
    attributes: {
      name: harmless('what people call it'),
      email: unsure('whoever reads its mail can become its root user'),
      parent_id: policies,
      close_on_deletion: off('whether it is closed with its resource', false),
      create_govcloud: harmless('read once'),
      iam_user_access_to_billing: harmless('who sees bills'),
      role_name: replaces('the role that it is made with'),
    },
  },
  aws_organizations_delegated_administrator: {
    presence: protects('the security account administers the service'),
    attributes: { account_id: administrator, service_principal: replaces('which service it is') },
  },
  aws_organizations_organization: {
    presence: holds('the organization itself'),
    attributes: {
      aws_service_access_principals: unsure('which services reach into accounts'),
      enabled_policy_types: more('which kinds of policies count'),
      feature_set: unsure('whether policies count at all'),
    },
  },
  aws_organizations_organizational_unit: {
    presence: elsewhere('a place for policies, which are compared'),
    attributes: { name, parent_id: policies },
  },
  aws_organizations_policy: {
    presence: elsewhere(policies.elsewhere),
    attributes: { name, description, type: policies, content: policies, skip_destroy: harmless('how it is destroyed') },
  },
  aws_organizations_policy_attachment: {
    presence: elsewhere(policies.elsewhere),
    attributes: { policy_id: policies, target_id: policies, skip_destroy: harmless('how it is destroyed') },
  },
  aws_config_organization_conformance_pack: {
    presence: elsewhere('the rules of all packs are compared'),
    attributes: {
      name: harmless('rules count, in whichever pack they are'),
      template_body: { elsewhere: 'the rules of all packs are compared' },
      input_parameter: { elsewhere: 'the rules of all packs are compared' },
      'input_parameter.*': { elsewhere: 'the rules of all packs are compared' },
      excluded_accounts: { elsewhere: 'the rules of all packs are compared' },
      delivery_s3_bucket: unsure('where results go'),
    },
  },
  aws_ce_cost_allocation_tag: {
    presence: { does: 'neither', why: 'by which bills are split' },
    attributes: { status: harmless('by which bills are split'), tag_key: reference },
  },
};
