import { among, fewer, harmless, kept, more, off, on, renames, replaces, unsure } from '../direction';
import { elsewhere, holds, type Kinds, neither, protects } from '../kind';
import { description, name, reference } from './words';

const grants = { elsewhere: 'who reads which columns is compared' };
const granted = elsewhere(grants.elsewhere);
const all = { '*': grants };

/** The data lake: what is in the catalog, and who reads it. */
export const data: Kinds = {
  aws_athena_named_query: {
    presence: neither('a query that people may send, with their own rights'),
    attributes: {
      name,
      description,
      database: reference,
      query: harmless('whoever sends it has no more rights'),
      workgroup: reference,
    },
  },
  aws_athena_workgroup: {
    presence: neither('people ask with their own rights'),
    attributes: {
      name: renames('its name'),
      description,
      force_destroy: harmless('its history is no evidence: the trail has every query'),
      state: harmless('whether people can ask'),
      'configuration.bytes_scanned_cutoff_per_query': harmless('a limit of costs'),
      'configuration.enforce_workgroup_configuration': on('whether people can choose another place for results', true),
      'configuration.engine_version.*': harmless('the engine that answers'),
      'configuration.publish_cloudwatch_metrics_enabled': harmless('figures for people'),
      'configuration.result_configuration.encryption_configuration.encryption_option': among(
        'how results are encrypted',
        ['SSE_S3', ['SSE_KMS', 'CSE_KMS']],
        'SSE_S3',
      ),
      'configuration.result_configuration.encryption_configuration.kms_key_arn': more('the key that encrypts results'),
      'configuration.result_configuration.expected_bucket_owner': more('whose bucket results may go to'),
      'configuration.result_configuration.output_location': unsure('where results go'),
    },
  },
  aws_glue_catalog_database: {
    presence: granted,
    attributes: {
      name: grants,
      description,
      catalog_id: reference,
      location_uri: unsure('where its tables lie'),
      create_table_default_permission: fewer('who reads new tables'),
      'create_table_default_permission.*': fewer('who reads new tables'),
    },
  },
  aws_glue_catalog_table: {
    presence: granted,
    attributes: {
      name: grants,
      description,
      database_name: grants,
      catalog_id: reference,
      table_type: harmless('how engines read it'),
      'parameters.*': harmless('how engines read it'),
      'partition_keys.*': grants,
      partition_keys: grants,
      'storage_descriptor.columns': grants,
      'storage_descriptor.columns.*': grants,
      'storage_descriptor.location': unsure('which objects the table is made of'),
      'storage_descriptor.*': harmless('how engines read it'),
    },
  },
  aws_glue_data_catalog_encryption_settings: {
    presence: protects('the catalog is encrypted'),
    attributes: {
      'data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id': more(
        'the key that encrypts passwords',
      ),
      'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted': on(
        'whether passwords are encrypted',
      ),
      'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode': among(
        'whether the catalog is encrypted',
        ['DISABLED', ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE']],
      ),
      'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_service_role': reference,
      'data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id': more(
        'the key that encrypts the catalog',
      ),
    },
  },
  aws_lakeformation_data_cells_filter: { presence: granted, attributes: all },
  aws_lakeformation_data_lake_settings: {
    presence: protects('Lake Formation decides who reads'),
    attributes: {
      admins: fewer('who may grant everything to everybody'),
      read_only_admins: fewer('who sees all grants'),
      allow_external_data_filtering: off('whether engines of others filter for themselves', false),
      allow_full_table_external_data_access: off('whether engines of others read whole tables', false),
      create_database_default_permissions: fewer('who reads new databases'),
      'create_database_default_permissions.*': fewer('who reads new databases'),
      create_table_default_permissions: fewer('who reads new tables'),
      'create_table_default_permissions.*': fewer('who reads new tables'),
      external_data_filtering_allow_list: fewer('whose engines filter for themselves'),
      authorized_session_tag_value_list: fewer('whose engines filter for themselves'),
      trusted_resource_owners: fewer('who may know who reads'),
      'parameters.CROSS_ACCOUNT_VERSION': unsure('how grants to other accounts work'),
      // terraform-provider-aws, lakeformation_data_lake_settings: "SET_CONTEXT is also returned with a value of TRUE".
      'parameters.SET_CONTEXT': kept(among('whether the trail tells who reads', ['FALSE', 'TRUE'], 'TRUE')),
      catalog_id: reference,
    },
  },
  aws_lakeformation_lf_tag: { presence: granted, attributes: all },
  aws_lakeformation_permissions: { presence: granted, attributes: all },
  aws_lakeformation_resource: {
    presence: protects('Lake Formation decides who reads the objects'),
    attributes: {
      arn: replaces('which objects it is about'),
      hybrid_access_enabled: kept(off('whether IAM alone lets people read, too', false)),
      role_arn: unsure('the role that reads for all'),
      use_service_linked_role: unsure('the role that reads for all'),
    },
  },
  aws_lakeformation_resource_lf_tags: { presence: granted, attributes: all },
  aws_sagemaker_model_package_group: {
    presence: holds('versions of a model, with who approved them'),
    attributes: { model_package_group_name: renames('its name'), model_package_group_description: description },
  },
};
