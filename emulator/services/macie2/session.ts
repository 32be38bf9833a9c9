import type { Scope } from '../../toolkit/call';
import type { Input, MacieOperations } from './api';
import { conflict } from './errors';
import { oneOf } from './input';
import { isAssociated, type MacieState, type Session } from './state';

/** Macie switched on in the caller's own account and region. */
export const enableMacie = (state: MacieState): MacieOperations => ({
  EnableMacie: (call) => {
    if (state.sessions.get(call.account, call.region) !== undefined) throw conflict('Macie has already been enabled');
    state.enable(call, sessionSettings(call.input));
    return {};
  },
});

/** Macie read, paused and switched off in the caller's own account and region. */
export const sessionOperations = (state: MacieState): MacieOperations => ({
  GetMacieSession: ({ account, region }) => ({
    ...state.sessions.get(account, region),
    serviceRole: `arn:aws:iam::${account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
  }),
  UpdateMacieSession: (call) => {
    state.enable(call, sessionSettings(call.input));
    return {};
  },
  DisableMacie: (call) => {
    checkUnbound(state, call);
    state.disable(call);
    return {};
  },
});

function checkUnbound(state: MacieState, scope: Scope): void {
  if (state.membershipOf(scope) !== undefined)
    throw conflict('Cannot disable Macie while associated with an administrator account');
  if (state.members.list(scope.region, scope.account).some(isAssociated))
    throw conflict('Cannot disable Macie while member accounts are associated with your account');
}

const frequencies = ['FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'] as const;

const sessionSettings = ({
  status,
  findingPublishingFrequency: frequency,
}: Input<'UpdateMacieSession'>): Partial<Session> => ({
  ...(status !== undefined && { status: oneOf('status', status, ['ENABLED', 'PAUSED']) }),
  ...(frequency !== undefined && {
    findingPublishingFrequency: oneOf('findingPublishingFrequency', frequency, frequencies),
  }),
});
