import { defineControl, judged } from '../../schema/forms/control';
import { aiAccounts } from '../where';

const action = 'lakeformation:UpdateDataCellsFilter';

export default defineControl({
  id: 'data-lake-filters',
  title: 'Only data stewards change the filters and tags that hide rows and columns',
  why: 'A wider filter or a changed tag shows personal data to everybody who had the narrow grant.',
  fix: 'Ask a data steward to change the cell filter or the LF-tag.',
  severity: 'high',
  where: aiAccounts,
  prevent: {
    scp: [
      {
        Action: [
          action,
          'lakeformation:AddLFTagsToResource',
          'lakeformation:CreateDataCellsFilter',
          'lakeformation:CreateLFTag*',
          'lakeformation:DeleteDataCellsFilter',
          'lakeformation:DeleteLFTag*',
          'lakeformation:RemoveLFTagsFromResource',
          'lakeformation:UpdateLFTag*',
        ],
      },
    ],
    exempt: ['deployRole', 'dataStewards'],
  },
  promises: [
    {
      that: 'Nobody but a data steward or the deployment shows a row or a column that was hidden',
      deny: {
        Action: [
          'lakeformation:AddLFTagsToResource',
          'lakeformation:CreateDataCellsFilter',
          'lakeformation:DeleteDataCellsFilter',
          'lakeformation:DeleteLFTag',
          'lakeformation:RemoveLFTagsFromResource',
          'lakeformation:UpdateLFTag',
        ],
      },
      exempt: ['deployRole', 'dataStewards'],
    },
  ],
  satisfies: [
    judged('nist-800-53-r5', ['AC-3', 'AC-6', 'AC-16']),
    judged('hipaa', ['164.502(b)', '164.514(d)']),
    judged('gdpr', ['Art. 5(1)(c)', 'Art. 25']),
    judged('soc-2', ['CC6.1', 'CC6.3']),
    judged('eu-ai-act', ['Art. 10(5)']),
    judged('iso-42001', ['A.7.2', 'A.7.6']),
    judged('nist-ai-rmf', ['MEASURE 2.10']),
  ],
  examples: [
    { when: 'a data engineer widens a cell filter', action, denied: true },
    { when: 'a data engineer tags a column as public', action: 'lakeformation:AddLFTagsToResource', denied: true },
    { when: 'a data engineer changes a tag expression', action: 'lakeformation:UpdateLFTagExpression', denied: true },
    { when: 'a data steward widens a cell filter', action, principal: 'dataStewards', denied: false },
    { when: 'a data engineer looks at a tag', action: 'lakeformation:GetLFTag', denied: false },
  ],
});
