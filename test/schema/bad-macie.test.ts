import { type BadInput, problemsOf, refuses } from '../support/bad-input';
import { sampleSettings } from '../support/zone';

const macie = (choices: object): Pick<BadInput, 'settings'> => ({
  settings: { services: { ...sampleSettings().services, macie: choices } },
});

const identifier = { name: 'patient-number', regex: 'PAT-\\d{8}' };
const job = { name: 'weekly', schedule: 'daily', bucketTags: { 'data-domain': 'training' } };
const suppression = {
  name: 'exports',
  reason: 'The partner fetches them',
  types: ['Policy:IAMUser/S3BucketSharedExternally'],
  buckets: ['acme-exports'],
};

/** What Macie's own guide recommends: a flag for the whole, groups that do not capture, brackets that mean themselves. */
const recommended = ['(?i)pat-\\d{8}', 'PAT-(?:\\d{4}|[A-Z]{4})', '\\(\\d+\\)', '[(?=!)\\]]+', '^\\p{L}+$', '[]()]x'];

describe('Macie', () => {
  it.each(recommended)('takes %s', (regex) => {
    expect(problemsOf(macie({ customDataIdentifiers: [{ ...identifier, regex }] }))).toEqual([]);
  });

  refuses(
    [
      ['(?=PAT)\\w+', 'look-ahead'],
      ['\\w+(?<!x)', 'look-ahead and look-behind'],
      ['(?:a)\\1', 'back-references'],
      ['\\k<id>', 'back-references'],
      ['a(?R)?b', 'recursion'],
      ['a(?1)', 'recursion'],
      ['(?(1)a|b)', 'conditions'],
      ['PAT-(\\d{8})', 'capturing groups'],
      ['PAT-(?<number>\\d{8})', 'capturing groups'],
    ].map(([regex = '', rule = '']) => ({
      title: `the expression ${regex}, which Macie does not know`,
      ...macie({ customDataIdentifiers: [{ ...identifier, regex }] }),
      field: 'services.macie.customDataIdentifiers[0].regex',
      value: regex,
      rule: `Macie does not support ${rule}`,
      fix: rule === 'capturing groups' ? '(?:…)' : 'keywords',
    })),
  );

  refuses([
    {
      title: 'a job over every bucket, which the API takes and a bill shows',
      ...macie({ jobs: [{ ...job, bucketTags: {} }] }),
      field: 'services.macie.jobs[0].bucketTags',
      value: {},
      rule: 'names at least one tag',
      fix: 'follows the rule',
    },
    {
      title: 'a job over a data domain that no bucket has',
      ...macie({ jobs: [{ ...job, bucketTags: { 'data-domain': 'trainings' } }] }),
      field: 'services.macie.jobs[0].bucketTags.data-domain',
      value: 'trainings',
      rule: "is not a value of the tag 'data-domain'",
      fix: "did you mean 'training'?",
    },
    {
      title: 'a job over a classification that no bucket has',
      ...macie({ jobs: [{ ...job, bucketTags: { 'data-classification': 'secret' } }] }),
      field: 'services.macie.jobs[0].bucketTags.data-classification',
      value: 'secret',
      rule: "is not a value of the tag 'data-classification'",
      fix: 'public, internal, confidential, restricted',
    },
    {
      title: 'an identifier for a data domain that nobody has',
      ...macie({ customDataIdentifiers: [{ ...identifier, dataDomains: ['training', 'clinical'] }] }),
      field: 'services.macie.customDataIdentifiers[0].dataDomains[1]',
      value: 'clinical',
      rule: "is not a value of the tag 'data-domain'",
      fix: 'tagPolicy.values takes more',
    },
    {
      title: 'two suppressions of one name',
      ...macie({ suppressions: [suppression, suppression] }),
      field: 'services.macie.suppressions[1].name',
      value: 'exports',
      rule: 'names are unique',
      fix: 'rename one of the two',
    },
    {
      title: 'a suppression without a bucket',
      ...macie({ suppressions: [{ ...suppression, buckets: [] }] }),
      field: 'services.macie.suppressions[0].buckets',
      value: [],
      rule: 'silent everywhere',
      fix: 'write at least 1',
    },
    {
      title: 'a suppression without a reason',
      ...macie({ suppressions: [{ ...suppression, reason: '' }] }),
      field: 'services.macie.suppressions[0].reason',
      value: '',
      rule: 'must say why',
      fix: 'write at least 1',
    },
    {
      title: 'a finding type that Macie does not have',
      ...macie({ suppressions: [{ ...suppression, types: ['Policy:IAMUser/S3BucketPublc'] }] }),
      field: 'services.macie.suppressions[0].types[0]',
      value: 'Policy:IAMUser/S3BucketPublc',
      rule: 'is not one of the known values',
      fix: "did you mean 'Policy:IAMUser/S3BucketPublic'?",
    },
  ]);
});
