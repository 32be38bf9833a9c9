import {
  DescribeHubCommand,
  DescribeOrganizationConfigurationCommand,
  GetConfigurationPolicyAssociationCommand,
  GetConfigurationPolicyCommand,
  GetFindingAggregatorCommand,
  paginateListConfigurationPolicies,
  paginateListFindingAggregators,
  paginateListOrganizationAdminAccounts,
  SecurityHubClient,
  type Target,
} from '@aws-sdk/client-securityhub';
import { type Reader, text } from '../reader';

const hub: Reader = {
  async read(at) {
    const { HubArn, AutoEnableControls, ControlFindingGenerator } = await at.ask(
      SecurityHubClient,
      new DescribeHubCommand({}),
    );
    return {
      arn: HubArn,
      auto_enable_controls: AutoEnableControls,
      control_finding_generator: ControlFindingGenerator,
    };
  },
  unread: { enable_default_standards: 'AWS does not return it' },
};

const administrator: Reader = {
  async read(at, { admin_account_id }) {
    const pages = await at.pages(SecurityHubClient, paginateListOrganizationAdminAccounts, {});
    const found = pages.flatMap(({ AdminAccounts = [] }) => AdminAccounts)[0];
    return found?.Status === 'ENABLED' ? { id: admin_account_id, admin_account_id: found.AccountId } : undefined;
  },
};

const aggregator: Reader = {
  async read(at) {
    const pages = await at.pages(SecurityHubClient, paginateListFindingAggregators, {});
    const FindingAggregatorArn = pages.flatMap(({ FindingAggregators = [] }) => FindingAggregators)[0]
      ?.FindingAggregatorArn;
    if (FindingAggregatorArn === undefined) return undefined;
    const found = await at.ask(SecurityHubClient, new GetFindingAggregatorCommand({ FindingAggregatorArn }));
    return { arn: FindingAggregatorArn, linking_mode: found.RegionLinkingMode, specified_regions: found.Regions };
  },
};

const organization: Reader = {
  async read(at) {
    const found = await at.ask(SecurityHubClient, new DescribeOrganizationConfigurationCommand({}));
    return {
      auto_enable: found.AutoEnable,
      auto_enable_standards: found.AutoEnableStandards,
      organization_configuration: { configuration_type: found.OrganizationConfiguration?.ConfigurationType },
      failed:
        found.OrganizationConfiguration?.Status === 'FAILED'
          ? found.OrganizationConfiguration.StatusMessage
          : undefined,
    };
  },
  also: () => ({ failed: undefined }),
};

/** Kinds of values of a parameter, as Terraform calls them. */
const kinds: Readonly<Record<string, string>> = {
  Boolean: 'bool',
  Double: 'double',
  Enum: 'enum',
  EnumList: 'enum_list',
  Integer: 'int',
  IntegerList: 'int_list',
  String: 'string',
  StringList: 'string_list',
};

const policy: Reader = {
  async read(at, wanted) {
    const pages = await at.pages(SecurityHubClient, paginateListConfigurationPolicies, {});
    const found = pages
      .flatMap((page) => page.ConfigurationPolicySummaries ?? [])
      .find(({ Name }) => Name === wanted.name);
    if (!found) return undefined;
    const asked = new GetConfigurationPolicyCommand({ Identifier: found.Id });
    const { Name, Description, ConfigurationPolicy } = await at.ask(SecurityHubClient, asked);
    const rules = ConfigurationPolicy?.SecurityHub;
    const controls = rules?.SecurityControlsConfiguration;
    return {
      id: found.Id,
      arn: found.Arn,
      name: Name,
      description: Description,
      configuration_policy: {
        service_enabled: rules?.ServiceEnabled,
        enabled_standard_arns: rules?.EnabledStandardIdentifiers,
        security_controls_configuration: {
          disabled_control_identifiers: controls?.DisabledSecurityControlIdentifiers,
          enabled_control_identifiers: controls?.EnabledSecurityControlIdentifiers,
          security_control_custom_parameter: (controls?.SecurityControlCustomParameters ?? []).map((each) => ({
            security_control_id: each.SecurityControlId,
            parameter: Object.entries(each.Parameters ?? {}).map(([name, { Value = {}, ValueType }]) => ({
              name,
              value_type: ValueType,
              ...Object.fromEntries(Object.entries(Value).map(([kind, value]) => [kinds[kind] ?? kind, { value }])),
            })),
          })),
        },
      },
    };
  },
};

const association: Reader = {
  async read(at, wanted) {
    const id = text(wanted, 'target_id');
    const target = id.startsWith('r-')
      ? { RootId: id }
      : id.startsWith('ou-')
        ? { OrganizationalUnitId: id }
        : { AccountId: id };
    const asked = new GetConfigurationPolicyAssociationCommand({ Target: target as Target });
    const found = await at.ask(SecurityHubClient, asked);
    return {
      target_id: id,
      policy_id: found.ConfigurationPolicyId,
      failed: found.AssociationStatus === 'FAILED' ? found.AssociationStatusMessage : undefined,
    };
  },
  also: () => ({ failed: undefined }),
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_securityhub_account: hub,
  aws_securityhub_organization_admin_account: administrator,
  aws_securityhub_finding_aggregator: aggregator,
  aws_securityhub_organization_configuration: organization,
  aws_securityhub_configuration_policy: policy,
  aws_securityhub_configuration_policy_association: association,
};
