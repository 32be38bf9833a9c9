import { among, fewer, harmless, more, off, on, replaces, unsure } from '../direction';
import { type Kinds, protects } from '../kind';
import { administrator, description, name, reference } from './words';

/** Security Hub: what is checked in every account. */
export const securityHub: Kinds = {
  aws_securityhub_account: {
    presence: protects('controls are checked'),
    attributes: {
      auto_enable_controls: on('whether new controls are checked', true),
      control_finding_generator: harmless('how findings are counted'),
      enable_default_standards: off('read at the beginning only: the central configuration decides', true),
    },
  },
  aws_securityhub_configuration_policy: {
    presence: protects('standards are checked in every account'),
    attributes: {
      name,
      description,
      'configuration_policy.service_enabled': on('whether Security Hub runs'),
      'configuration_policy.enabled_standard_arns': more('which standards are checked'),
      'configuration_policy.security_controls_configuration.disabled_control_identifiers': fewer(
        'controls that are not checked',
      ),
      'configuration_policy.security_controls_configuration.enabled_control_identifiers':
        more('controls that are checked'),
      'configuration_policy.security_controls_configuration.security_control_custom_parameter.*':
        unsure('what a control asks for'),
    },
  },
  aws_securityhub_configuration_policy_association: {
    presence: protects('accounts follow the central configuration'),
    attributes: { policy_id: reference, target_id: replaces('which accounts follow it') },
  },
  aws_securityhub_finding_aggregator: {
    presence: protects('findings of every region are seen in one'),
    attributes: {
      linking_mode: among('which regions are seen', [
        'NO_REGIONS',
        'SPECIFIED_REGIONS',
        'ALL_REGIONS_EXCEPT_SPECIFIED',
        'ALL_REGIONS',
      ]),
      specified_regions: more('which regions are seen'),
    },
  },
  aws_securityhub_organization_admin_account: {
    presence: protects('one account sees the findings of all'),
    attributes: { admin_account_id: administrator },
  },
  aws_securityhub_organization_configuration: {
    presence: protects('accounts are configured centrally'),
    attributes: {
      auto_enable: unsure('the central configuration decides'),
      auto_enable_standards: unsure('the central configuration decides'),
      'organization_configuration.configuration_type': among('who configures the hub', ['LOCAL', 'CENTRAL'], 'LOCAL'),
    },
  },
};
