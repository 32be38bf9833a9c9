import { flag, text } from '../kit/option';

export const options = {
  account: text({ value: 'NAME', describe: 'the account that the card lives in; it has `ai`' }),
  group: text({
    value: 'NAME',
    describe:
      'the model package group of that account that the card is about; without it, a model outside the registry',
  }),
  name: text({ value: 'NAME', describe: 'the name of the card and of its file; without it, that of the group' }),
  purpose: text({ value: 'TEXT', describe: 'what the model does, one sentence' }),
  owner: text({ value: 'ROLE', describe: 'who answers for it: a role or a team rather than a name' }),
  use: text({ value: 'TEXT', describe: 'what it may be used for, one sentence for whoever wants to use it' }),
  'risk-class': text({
    value: 'CLASS',
    describe: 'under the EU AI Act: minimal, limited or high; without it, that of the group',
  }),
  dpia: text({ value: 'URL', describe: 'the data protection impact assessment; a high risk needs one' }),
  'dry-run': flag('show everything, and write nothing'),
};
