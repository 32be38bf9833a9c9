import { parseArgs } from 'node:util';
import { readProject } from '../project/read-project';
import { main } from './main';
import { dayOf } from './model-cards/day';
import { describeReport, modelCardReport } from './model-cards/report';

const usage = `Shows every model card with its review date, and the model package groups that have none.

  npm run model-cards -- [options]

  --as-of YYYY-MM-DD  the day that review dates are held against; default today, in UTC
  --json              print the result as JSON, and nothing else

Ends with 1 where a review is overdue or a group has no card in use.
`;

main(usage, async () => {
  const { values } = parseArgs({
    options: {
      'as-of': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const asOf = dayOf(values['as-of'] ?? new Date().toISOString().slice(0, 10));
  const report = modelCardReport(readProject(), asOf);
  process.stdout.write(`${values.json ? JSON.stringify(report, undefined, 2) : describeReport(report)}\n`);
  return report.complete ? 0 : 1;
});
