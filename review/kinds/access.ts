import { endless, fewer, harmless, high, kept, low, more, off, on, renames, replaces, unsure } from '../direction';
import { documentOf, type Kinds, neither, opens, protects } from '../kind';
import { description, name, reference } from './words';

const documentOnly = 'what it allows and denies is compared';

/** Who may do what: roles, their rights, and policies on resources. */
export const access: Kinds = {
  aws_cloudwatch_event_bus_policy: {
    presence: neither(documentOnly),
    attributes: { event_bus_name: reference, policy: documentOf('resource', 'events') },
    partOf: 'event_bus_name',
  },
  aws_cloudwatch_log_resource_policy: {
    presence: neither(documentOnly),
    attributes: { policy_name: renames('its name'), policy_document: documentOf('resource', 'logs') },
  },
  aws_iam_account_password_policy: {
    presence: protects('passwords are hard to guess'),
    attributes: {
      allow_users_to_change_password: harmless('whether users change their own password'),
      // What is absent at the beginning: IAM API Reference, UpdateAccountPasswordPolicy.
      hard_expiry: kept(on('whether an old password still lets in', false)),
      max_password_age: kept(low('days until a password ends', endless)),
      minimum_password_length: high('how long passwords are', 6),
      password_reuse_prevention: kept(high('how many passwords are not used again', 0)),
      require_lowercase_characters: kept(on('what passwords have in them', false)),
      require_numbers: kept(on('what passwords have in them', false)),
      require_symbols: kept(on('what passwords have in them', false)),
      require_uppercase_characters: kept(on('what passwords have in them', false)),
    },
  },
  aws_iam_openid_connect_provider: {
    presence: opens('roles can take tokens of an issuer'),
    attributes: {
      url: replaces('whose tokens are taken'),
      client_id_list: fewer('for whom the tokens are'),
      thumbprint_list: unsure('by which certificate the issuer is known'),
    },
  },
  aws_iam_organizations_features: {
    presence: protects('root users of members are managed centrally'),
    attributes: { enabled_features: more('what of root users is managed centrally') },
  },
  aws_iam_role: {
    presence: neither(documentOnly),
    attributes: {
      name: replaces('its name, by which policies admit it'),
      path: replaces('its path, by which policies admit it'),
      description,
      assume_role_policy: documentOf('trust', 'sts'),
      max_session_duration: low('how long a session lasts', 3600),
      permissions_boundary: more('what limits its rights'),
      force_detach_policies: harmless('how it is destroyed'),
    },
  },
  aws_iam_role_policy: {
    presence: neither(documentOnly),
    attributes: { name: renames('its name'), role: reference, policy: documentOf('identity', 'iam') },
    partOf: 'role',
  },
  aws_iam_role_policy_attachment: {
    presence: opens('the role has the rights of a policy of AWS'),
    attributes: { role: reference, policy_arn: unsure('which rights the role has') },
    partOf: 'role',
  },
  aws_lambda_permission: {
    presence: opens('somebody may call the function'),
    attributes: {
      action: unsure('what somebody may do'),
      function_name: reference,
      principal: unsure('who may call it'),
      source_account: more('for whom it may be called'),
      source_arn: more('by which resource it may be called'),
      principal_org_id: more('of which organization the caller is'),
      statement_id: renames('its name'),
    },
    partOf: 'function_name',
  },
  aws_ram_sharing_with_organization: {
    presence: neither('without it shares inside the organization have to be accepted one by one'),
    attributes: {},
  },
  aws_sagemaker_model_package_group_policy: {
    presence: neither(documentOnly),
    attributes: { model_package_group_name: reference, resource_policy: documentOf('resource', 'sagemaker') },
    partOf: 'model_package_group_name',
  },
  aws_sns_topic_policy: {
    presence: neither(documentOnly),
    attributes: { arn: reference, policy: documentOf('resource', 'sns') },
    partOf: 'arn',
  },
  aws_default_security_group: {
    presence: protects('nothing gets through the default security group'),
    attributes: {
      vpc_id: reference,
      ingress: fewer('what gets in'),
      'ingress.*': fewer('what gets in'),
      egress: fewer('what gets out'),
      'egress.*': fewer('what gets out'),
    },
  },
  aws_default_subnet: {
    presence: neither('the subnet was there before'),
    attributes: {
      availability_zone: replaces('where it is'),
      for_each: harmless('one for each availability zone'),
      // terraform-provider-aws, internal/service/ec2/vpc_default_subnet.go: "map_public_ip_on_launch has a Default of true".
      map_public_ip_on_launch: off('whether instances get a public address', true),
    },
  },
  aws_default_vpc: { presence: neither('the network was there before'), attributes: {} },
  aws_servicequotas_service_quota: {
    presence: neither('how much of something an account may have'),
    attributes: {
      quota_code: replaces('which quota it is'),
      service_code: replaces('whose quota it is'),
      value: harmless('how much of something an account may have'),
    },
  },
  aws_account_alternate_contact: {
    presence: protects('AWS knows whom to tell'),
    attributes: {
      account_id: reference,
      alternate_contact_type: replaces('which contact it is'),
      email_address: unsure('whom AWS tells'),
      name,
      phone_number: unsure('whom AWS calls'),
      title: description,
    },
  },
};
