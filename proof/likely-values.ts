/** Values that make a request look like one that somebody sends; each is used only where it is one of those that are looked for. */
export const likelyValues: Readonly<Record<string, readonly string[]>> = {
  resource: ['*'],
  'aws:principalarn': ['arn:aws:iam::999988887777:role/somebody'],
  'aws:principalaccount': ['999988887777'],
  'aws:resourceaccount': ['999988887777'],
  'aws:sourceaccount': ['999988887777'],
  'aws:principalorgid': ['o-somebodyelse'],
  'aws:resourceorgid': ['o-somebodyelse'],
  'aws:sourceorgid': ['o-somebodyelse'],
  'aws:requestedregion': ['me-central-1', 'eu-central-1'],
  'aws:principalisawsservice': ['false'],
  'aws:principalservicename': ['service.amazonaws.com'],
  'aws:viaawsservice': ['false', 'true'],
  'aws:securetransport': ['true', 'false'],
};
