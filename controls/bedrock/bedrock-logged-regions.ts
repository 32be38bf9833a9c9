import { defineControl } from '../../schema/forms/control';
import { recordsUse } from '../shared/mappings';
import { accountsWithoutFullLogging } from '../where';

const action = 'bedrock:InvokeModel';
const batch = 'bedrock:CreateModelInvocationJob';
const profileKey = 'bedrock:InferenceProfileArn';
const region = 'aws:RequestedRegion';
/** Of the opt-in kind, which no landing zone governs. */
const elsewhere = 'me-central-1';

const called = (when: string, what: string, context: Readonly<Record<string, string>>, denied: boolean) => ({
  when,
  action: what,
  context,
  denied,
});

/**
 * An account with `regions` of its own logs in these. Where several have different ones, those count that all of them have: the
 * statement is one for all.
 */
export default defineControl(({ homeRegion, regions }, accounts) => {
  const narrower = accounts.flatMap(({ state, ai, regions: own }) =>
    state === 'active' && ai?.bedrock?.invocationLogging.on && own ? [own] : [],
  );
  const isLogged = (each: string) => each === homeRegion || narrower.every((own) => own.includes(each));
  const logged = regions.filter(isLogged);
  const profile = `arn:aws:bedrock:${homeRegion}:111122223333:inference-profile/eu.amazon.nova-pro-v1:0`;
  const unlogged = { StringNotEquals: { [region]: logged } };
  return {
    id: 'bedrock-logged-regions',
    title: 'Models are called only in regions in which the calls of the account are logged',
    why: 'An account may be called in every governed region, and logs in its own alone: the others would be the way around.',
    fix: 'Call the model in a region of the account, or give it the region in its file. Several accounts share the list.',
    severity: 'high',
    mode: logged.length < regions.length ? 'on' : 'off',
    reason: 'accounts log model calls in every region that is governed',
    where: accountsWithoutFullLogging,
    prevent: {
      scp: [
        {
          Action: 'bedrock:InvokeModel*',
          // A profile of a logged region leads to models of others, and the call is logged where it began.
          Condition: {
            ...unlogged,
            ArnNotLike: { [profileKey]: logged.map((each) => `arn:aws:bedrock:${each}:*:*inference-profile/*`) },
          },
        },
        { Action: batch, Condition: unlogged },
      ],
    },
    promises: [
      {
        that: 'Nobody calls a model, through no profile, in a region in which the account logs no call',
        deny: {
          Action: [action, 'bedrock:InvokeModelWithResponseStream'],
          Condition: { ...unlogged, Null: { [profileKey]: 'true' } },
        },
      },
    ],
    satisfies: recordsUse,
    examples: [
      called('a model is called in another region', action, { [region]: elsewhere }, true),
      called('a batch runs there', batch, { [region]: elsewhere }, true),
      called('it is called in the home region', action, { [region]: homeRegion }, false),
      called('a profile of the home region leads there', action, { [region]: elsewhere, [profileKey]: profile }, false),
    ],
  };
});
