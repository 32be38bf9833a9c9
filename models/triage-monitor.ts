import { defineModelCard } from '../schema/forms/model-card';

/** Tells when the answers of the triage classifier drift. */
export default defineModelCard({
  name: 'triage-monitor',
  account: 'ml-production',
  status: 'Draft',
  group: 'triage-monitor',
  content: {
    model_overview: {
      model_description:
        'Compares the answers of a day with those of the quarter in which the classifier was validated.',
      model_creator: 'ml-platform',
      model_owner: 'Head of patient intake',
      problem_type: 'Drift detection',
      algorithm_type: 'Population stability index over quantiles',
    },
    intended_uses: {
      purpose_of_model:
        'A classifier that has drifted puts urgent referrals too far down, and nobody sees it in a single case.',
      intended_uses: 'Opens a ticket for the model owner. It changes no answer and no order of a list.',
      factors_affecting_model_efficiency: 'Days with fewer than 200 referrals, such as public holidays.',
      risk_rating: 'Low',
      explanations_for_risk_rating: 'It sees no names, and a person decides what follows from an alarm.',
    },
    business_details: {
      business_problem: 'Time until drift is seen',
      business_stakeholders: 'Patient intake, ml-platform',
      line_of_business: 'Outpatient care',
    },
  },
  governance: {
    euAiActClass: 'minimal',
    intendedUse: 'Opens a ticket when the answers of the triage classifier drift',
    approver: 'Head of patient intake',
    reviewBy: '2027-09-30',
  },
});
