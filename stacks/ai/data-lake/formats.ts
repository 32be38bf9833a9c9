import type { tableFormats } from '../../../schema/forms/ai/data-lake-tables';

/** How Athena and Glue read the objects of a table. */
export interface TableFormat {
  readonly inputFormat: string;
  readonly outputFormat: string;
  readonly serializationLibrary: string;
  /** @default - none */
  readonly serDeParameters?: Readonly<Record<string, string>>;
  /** Parameters of the table itself. @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
}

const hive = 'org.apache.hadoop.hive';
const text = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: `${hive}.ql.io.HiveIgnoreKeyTextOutputFormat`,
};

/** Classes of each format. Source: Athena User Guide, "Choose a SerDe for your data". */
export const formats: Readonly<Record<(typeof tableFormats)[number], TableFormat>> = {
  parquet: {
    inputFormat: `${hive}.ql.io.parquet.MapredParquetInputFormat`,
    outputFormat: `${hive}.ql.io.parquet.MapredParquetOutputFormat`,
    serializationLibrary: `${hive}.ql.io.parquet.serde.ParquetHiveSerDe`,
  },
  orc: {
    inputFormat: `${hive}.ql.io.orc.OrcInputFormat`,
    outputFormat: `${hive}.ql.io.orc.OrcOutputFormat`,
    serializationLibrary: `${hive}.ql.io.orc.OrcSerde`,
  },
  avro: {
    inputFormat: `${hive}.ql.io.avro.AvroContainerInputFormat`,
    outputFormat: `${hive}.ql.io.avro.AvroContainerOutputFormat`,
    serializationLibrary: `${hive}.serde2.avro.AvroSerDe`,
  },
  json: { ...text, serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
  csv: {
    ...text,
    serializationLibrary: `${hive}.serde2.OpenCSVSerde`,
    serDeParameters: { separatorChar: ',', quoteChar: '"' },
    parameters: { 'skip.header.line.count': '1' },
  },
};
