import { tryModelEnd } from '../../schema/facts/model-ends';
import { ownValue } from '../../schema/facts/own-value';
import { keepAskable } from '../../schema/forms/audit';
import { leftAccounts } from '../../schema/forms/ledger-keys';
import { type Duty, rolesOfAccount } from '../../schema/forms/made-role-view';
import { settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';

/** What is not wrong and yet does not work in AWS: roles that nobody can make, models that end, a past that nobody can ask about. */
export const adviceOn = (zone: LandingZone): readonly string[] => [
  ...missingRoles(zone),
  ...endingModels(zone),
  ...forgottenAccounts(zone),
];

/** A role that controls exempt and nobody makes: nobody else may, so for years it is missing without anybody noticing. */
function missingRoles(zone: LandingZone): readonly string[] {
  const lakeRoles = zone.activeAccounts.flatMap(({ ai }) => ai?.dataLake?.roles ?? []).map(({ name }) => name);
  const made = new Set([
    ...zone.activeAccounts.flatMap((account) => rolesOfAccount(zone, account).map(({ name }) => name)),
    ...lakeRoles,
  ]);
  return (Object.keys(zone.roles) as Duty[]).flatMap((duty) =>
    zone.roles[duty]
      .filter((name) => !name.includes('*') && !made.has(name))
      .map(
        (name) =>
          `${settingsFile}: roles.${duty} names '${name}', which no stack makes, and once the policies are attached nobody else may. ` +
          `Unless it exists, ${duty === 'dataStewards' ? 'make it in ai.dataLake.roles' : 'add it to madeRoles'}, or name the role of a permission set`,
      ),
  );
}

function endingModels({ activeAccounts }: LandingZone): readonly string[] {
  return activeAccounts.flatMap(({ file, ai }) =>
    (ai?.bedrock?.inferenceProfiles ?? []).flatMap(({ name, model }) => {
      const end = tryModelEnd(model);
      return end === undefined
        ? []
        : [
            `${file}: the inference profile '${name}' is of ${model}, which Bedrock ends on ${end}: choose another model`,
          ];
    }),
  );
}

const forgottenAccounts = ({ accounts, ledger, audit }: LandingZone): readonly string[] =>
  leftAccounts(ledger, accounts)
    .filter((name) => ownValue(audit.closedAccounts, name) === undefined)
    .map(
      (name) =>
        `${settingsFile}: the account ${name} has no file any more, so the audit leaves it out: ${keepAskable(name)}`,
    );
