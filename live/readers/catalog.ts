import {
  AthenaClient,
  GetNamedQueryCommand,
  GetWorkGroupCommand,
  ListNamedQueriesCommand,
} from '@aws-sdk/client-athena';
import {
  GetDatabaseCommand,
  GetDataCatalogEncryptionSettingsCommand,
  GetTableCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { type Reader, snake, text } from '../reader';

const database: Reader = {
  async read(at, wanted) {
    const { Database } = await at.ask(GlueClient, new GetDatabaseCommand({ Name: text(wanted, 'name') }));
    return { name: Database?.Name, description: Database?.Description, location_uri: Database?.LocationUri };
  },
  unread: { tags: 'no promise hangs on it' },
};

const table: Reader = {
  async read(at, wanted) {
    const asked = { DatabaseName: text(wanted, 'database_name'), Name: text(wanted, 'name') };
    const { Table: found } = await at.ask(GlueClient, new GetTableCommand(asked));
    const { SerdeInfo, Columns, InputFormat, OutputFormat, Location } = found?.StorageDescriptor ?? {};
    return {
      database_name: found?.DatabaseName,
      name: found?.Name,
      description: found?.Description,
      table_type: found?.TableType,
      parameters: found?.Parameters,
      partition_keys: snake(found?.PartitionKeys),
      storage_descriptor: {
        columns: snake(Columns),
        input_format: InputFormat,
        output_format: OutputFormat,
        location: Location,
        ser_de_info: {
          name: SerdeInfo?.Name,
          serialization_library: SerdeInfo?.SerializationLibrary,
          parameters: SerdeInfo?.Parameters,
        },
      },
    };
  },
  // Paths of partitions and rows of text are read by position.
  ordered: ['partition_keys', 'storage_descriptor.columns'],
};

const catalogEncryption: Reader = {
  async read(at) {
    const reply = await at.ask(GlueClient, new GetDataCatalogEncryptionSettingsCommand({}));
    const { EncryptionAtRest: rest, ConnectionPasswordEncryption: password } =
      reply.DataCatalogEncryptionSettings ?? {};
    return {
      data_catalog_encryption_settings: {
        encryption_at_rest: {
          catalog_encryption_mode: rest?.CatalogEncryptionMode,
          catalog_encryption_service_role: rest?.CatalogEncryptionServiceRole,
          sse_aws_kms_key_id: rest?.SseAwsKmsKeyId,
        },
        connection_password_encryption: {
          aws_kms_key_id: password?.AwsKmsKeyId,
          return_connection_password_encrypted: password?.ReturnConnectionPasswordEncrypted ?? false,
        },
      },
    };
  },
};

const workgroup: Reader = {
  async read(at, wanted) {
    const { WorkGroup } = await at.ask(AthenaClient, new GetWorkGroupCommand({ WorkGroup: text(wanted, 'name') }));
    const found = WorkGroup?.Configuration;
    const result = found?.ResultConfiguration;
    return {
      name: WorkGroup?.Name,
      description: WorkGroup?.Description,
      state: WorkGroup?.State,
      configuration: {
        bytes_scanned_cutoff_per_query: found?.BytesScannedCutoffPerQuery,
        enforce_workgroup_configuration: found?.EnforceWorkGroupConfiguration,
        publish_cloudwatch_metrics_enabled: found?.PublishCloudWatchMetricsEnabled,
        engine_version: { selected_engine_version: found?.EngineVersion?.SelectedEngineVersion },
        result_configuration: {
          output_location: result?.OutputLocation,
          expected_bucket_owner: result?.ExpectedBucketOwner,
          encryption_configuration: {
            encryption_option: result?.EncryptionConfiguration?.EncryptionOption,
            kms_key_arn: result?.EncryptionConfiguration?.KmsKey,
          },
        },
      },
    };
  },
  also: () => ({ state: 'ENABLED' }),
  unread: { force_destroy: 'is Terraform’s own' },
};

const namedQuery: Reader = {
  async read(at, wanted) {
    const workgroupName = wanted.workgroup === undefined ? undefined : text(wanted, 'workgroup');
    const ids: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await at.ask(AthenaClient, new ListNamedQueriesCommand({ WorkGroup: workgroupName, NextToken }));
      ids.push(...(page.NamedQueryIds ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    const queries = await Promise.all(
      ids.map(
        async (NamedQueryId) => (await at.ask(AthenaClient, new GetNamedQueryCommand({ NamedQueryId }))).NamedQuery,
      ),
    );
    const found = queries.find((query) => query?.Name === wanted.name);
    return (
      found && {
        name: found.Name,
        database: found.Database,
        description: found.Description,
        query: found.QueryString,
        workgroup: found.WorkGroup,
      }
    );
  },
};

export const readers: Readonly<Record<string, Reader>> = {
  aws_glue_catalog_database: database,
  aws_glue_catalog_table: table,
  aws_glue_data_catalog_encryption_settings: catalogEncryption,
  aws_athena_workgroup: workgroup,
  aws_athena_named_query: namedQuery,
};
