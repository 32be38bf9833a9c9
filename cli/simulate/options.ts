import { type OptionValues, text, texts } from '../kit/option';

export const options = {
  account: text({ value: 'NAME', describe: 'the account that the request is made in' }),
  action: text({ value: 'SERVICE:OPERATION', describe: 'the action, such as s3:GetObject' }),
  resource: text({
    value: 'ARN',
    describe:
      'the resource of the request; without it, no statement about one resource applies, and each about all but some does',
  }),
  principal: text({
    value: 'NAME',
    describe:
      'a role of the account, root, an exemption (deployRole, breakGlass, modelApprovers, dataStewards, securityResponders), ' +
      'a service (config.amazonaws.com) or an ARN; without it, a role that no policy names',
  }),
  region: text({ value: 'REGION', describe: 'the requested region; without it, the home region' }),
  context: texts({ value: 'KEY=VALUE', describe: 'a condition key; again for each further key or value' }),
};

/** The options as they were written. */
export type Options = OptionValues<typeof options>;
