import type { Call, Json, Route } from '../../toolkit/untyped';
import { conflict } from './errors';
import { oneOf } from './input';
import { isAssociated, type MacieState, route, type Session, TIMESTAMP } from './state';

/** Macie on, off and paused in the caller's own account and region. */
export function sessionRoutes(state: MacieState): Route[] {
  return [
    { method: 'POST', path: '/macie', operation: 'EnableMacie', handle: (call) => enableMacie(state, call) },
    route(state, 'GET', '/macie', 'GetMacieSession', (call) => getMacieSession(state, call)),
    route(state, 'PATCH', '/macie', 'UpdateMacieSession', (call) => updateMacieSession(state, call)),
    route(state, 'DELETE', '/macie', 'DisableMacie', (call) => disableMacie(state, call)),
  ];
}

function enableMacie(state: MacieState, { account, region, input }: Call): Json {
  if (state.sessions.get(account, region) !== undefined) throw conflict('Macie has already been enabled');
  state.enable(account, region, sessionSettings(input));
  return {};
}

function getMacieSession(state: MacieState, { account, region }: Call): Json {
  return {
    ...state.sessions.get(account, region),
    serviceRole: `arn:aws:iam::${account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
    createdAt: TIMESTAMP,
    updatedAt: TIMESTAMP,
  };
}

function updateMacieSession(state: MacieState, { account, region, input }: Call): Json {
  Object.assign(state.sessions.get(account, region) ?? {}, sessionSettings(input));
  return {};
}

function disableMacie(state: MacieState, { account, region }: Call): Json {
  if (state.membershipOf(account, region) !== undefined) {
    throw conflict('Cannot disable Macie while associated with an administrator account');
  }
  if (state.members.list(region, account).some(isAssociated)) {
    throw conflict('Cannot disable Macie while member accounts are associated with your account');
  }
  state.disable(account, region);
  return {};
}

function sessionSettings({ status, findingPublishingFrequency }: Json): Partial<Session> {
  return {
    ...(status !== undefined && { status: oneOf('status', status, ['ENABLED', 'PAUSED']) }),
    ...(findingPublishingFrequency !== undefined && {
      findingPublishingFrequency: oneOf('findingPublishingFrequency', findingPublishingFrequency, [
        'FIFTEEN_MINUTES',
        'ONE_HOUR',
        'SIX_HOURS',
      ]),
    }),
  };
}
