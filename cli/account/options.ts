import { flag, text } from '../kit/option';

export const options = {
  name: text({ value: 'NAME', describe: 'the name of the account and of its file, such as ml-research' }),
  purpose: text({ value: 'TEXT', describe: 'what it is for, one sentence: the comment of its file' }),
  id: text({ value: 'ID', describe: 'twelve digits of an account that exists already; without it, AWS makes one' }),
  origin: text({
    value: 'ORIGIN',
    describe: 'of one that exists: adopted, in the organization (the default), or external, outside of it',
  }),
  email: text({ value: 'ADDRESS', describe: "address of the account's root user; AWS takes each one only once, ever" }),
  ou: text({ value: 'PATH', describe: 'OU that it lives in, such as Workloads/MachineLearning/Development' }),
  owner: text({ value: 'TEAM', describe: 'the team that answers for it' }),
  ai: text({
    value: 'CLASS',
    describe:
      'it works with models, on data of at most this class: public, internal, confidential or restricted; without it, nobody uses AI there',
  }),
  'dry-run': flag('show everything, and write nothing'),
};
