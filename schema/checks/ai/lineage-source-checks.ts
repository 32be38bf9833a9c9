import { ownValue } from '../../facts/own-value';
import { type Dataset, datasetId, lineageRecords, recordAddress } from '../../forms/ai/lineage';
import { type Ledger, ledgerFile } from '../../forms/ledger';
import { keyOfAccount } from '../../forms/ledger-keys';
import type { Problem } from '../../problems/problem';
import { formerlyProblems } from '../formerly';
import { rulesOf } from '../rule';
import type { WorkloadSubject } from './subject';

/**
 * What SageMaker has on record keeps its source: CloudFormation would replace it, and a second one of the name, or of the folder, is
 * refused in the middle of an apply.
 */
export function lineageSourceProblems({ account, ai, ledger }: WorkloadSubject): readonly Problem[] {
  if (!ai.lineage) return [];
  const { datasets } = ai.lineage;
  const { rule, below } = rulesOf(account.file, 'ai.lineage');
  const addressOf = (id: string) => recordAddress({ key: keyOfAccount(ledger, account) }, id);
  const names = datasets.map(({ name }) => name);
  const formers = datasets.flatMap(({ formerly }) => formerly ?? []);
  const renames = datasets.flatMap(({ name, formerly }, index) =>
    formerlyProblems(below(`datasets[${index}]`), {
      field: 'formerly',
      thing: 'dataset',
      name,
      formerly,
      names,
      formers,
    }),
  );
  // With a wrong former name, nothing is known of what it was.
  if (renames.length > 0) return renames;
  return [
    ...lineageRecords(ai.lineage).flatMap(({ id, field, source }) => {
      const before = ownValue(ledger.fixed, addressOf(id));
      return rule(before === undefined || source === before, {
        field,
        value: source,
        rule: `cannot be changed from '${before}': SageMaker has that on record under this name for good`,
        fix: `go back to '${before}', or write the new one under a name of its own. Where it is deleted in AWS, take ${addressOf(id)} out of fixed and kept in ${ledgerFile}`,
      });
    }),
    ...datasets.flatMap((dataset, index) => {
      const other = tryOtherName(dataset, { ledger, addressOf });
      return rule(other === undefined || dataset.artifact === 'existing', {
        field: `datasets[${index}].name`,
        value: dataset.name,
        rule: `its folder is on record as '${other}', and SageMaker keeps one artifact for each URI`,
        fix: `write formerly: '${other}' if it was renamed, or artifact: 'existing' to use what is there. Where it is deleted in AWS, take ${addressOf(datasetId({ name: other ?? '' }))} out of fixed and kept in ${ledgerFile}`,
      });
    }),
  ];
}

interface Known {
  readonly ledger: Ledger;
  readonly addressOf: (id: string) => string;
}

/** The name under which the folder of a dataset is on record, where it is another one. */
function tryOtherName(dataset: Dataset, { ledger, addressOf }: Known): string | undefined {
  const begin = addressOf(datasetId({ name: '' }));
  const names = Object.entries(ledger.fixed).flatMap(([address, source]) =>
    address.startsWith(begin) && source === dataset.prefix ? [address.slice(begin.length)] : [],
  );
  return names.includes(dataset.formerly ?? dataset.name) ? undefined : names[0];
}
