import { flag, type Option, type OptionValues, oneOf, text, texts } from '../kit/option';
import { type Period, tryInstant, tryPeriod } from '../kit/period';

/** Releases of OSCAL whose schema the documents keep; what they use is the same in all of them. */
export const oscalVersions = ['1.0.4', '1.1.3', '1.2.1'] as const;

const period: Option<Period | undefined> = {
  value: 'PERIOD',
  describe:
    'months or days that the trails are asked about, such as 2026-09..2026-11; without it they are not asked, because Athena bills by what it reads',
  fallback: undefined,
  read: ([written = '']) => {
    const value = tryPeriod(written);
    return value
      ? { value }
      : {
          rule: 'must be a period that ends after it begins',
          fix: "write it like '2026-09..2026-11' or '2026-11-01..2026-11-28'",
        };
  },
};

const at: Option<string | undefined> = {
  value: 'TIME',
  describe: 'what the bundle is dated by, in UTC; without it, when AWS was read, or today',
  fallback: undefined,
  read: ([written = '']) => {
    const value = tryInstant(written);
    return value
      ? { value }
      : { rule: 'must be a day, or a time in UTC', fix: "write it like '2026-11-28' or '2026-11-28T08:00:00Z'" };
  },
};

export const options = {
  out: text({ value: 'FOLDER', describe: 'where the bundle is written; nothing may be there yet' }),
  period,
  at,
  offline: flag('ask AWS nothing: what needs no account, marked as such'),
  verification: text({ value: 'FILE', describe: 'what verify --json --raw printed, instead of looking at AWS again' }),
  role: text({
    value: 'NAME',
    describe:
      'the role that is assumed in every account but the management account; without it, the deploy role of the settings',
  }),
  'audit-role': text({
    value: 'ARN',
    describe: 'the role that may ask the trails; without it, the audit role of the security account',
  }),
  'model-card-content': flag('what the model cards say too, not only its hash'),
  oscal: oneOf(oscalVersions, '1.0.4', { value: 'VERSION', describe: 'the release of OSCAL that the documents name' }),
  sign: text({ value: 'KEY', describe: 'sign the hashes with this Ed25519 key, a file in PEM' }),
  zip: flag('also write FOLDER.zip'),
  'artifact-download': texts({
    value: 'ID',
    describe: 'also download this report of AWS Artifact, after its terms were accepted; again for each further one',
  }),
  'artifact-folder': text({
    value: 'FOLDER',
    describe: 'where reports of AWS are put: outside the bundle, because AWS gives them in confidence',
  }),
  'accept-terms': texts({ value: 'ID', describe: 'the terms of this report were read and are accepted; for scripts' }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
