import { defineModelCard } from '../schema/forms/model-card';

/** Sorts incoming referrals by urgency. */
export default defineModelCard({
  name: 'triage-classifier',
  account: 'ml-development',
  status: 'PendingReview',
  group: 'triage-classifier',
  content: {
    model_overview: {
      model_description: 'Gives each referral to the clinic one of four urgencies, as a suggestion.',
      model_creator: 'ml-platform',
      model_owner: 'Head of patient intake',
      problem_type: 'Multiclass classification',
      algorithm_type: 'Gradient boosted trees',
    },
    intended_uses: {
      purpose_of_model: 'Referrals wait four days on average until somebody reads them; urgent ones should not.',
      intended_uses: 'Orders the list that a nurse works through. The nurse sees every referral and decides.',
      factors_affecting_model_efficiency: 'Referrals of under 40 words and those not written in German.',
      risk_rating: 'High',
      explanations_for_risk_rating: 'A referral that is put too far down waits too long.',
    },
    business_details: {
      business_problem: 'Time until an urgent referral is seen',
      business_stakeholders: 'Patient intake, medical board, data protection officer',
      line_of_business: 'Outpatient care',
    },
    training_details: {
      objective_function: { function: { function: 'Maximize', facet: 'recall' }, notes: 'Of the class urgent' },
      training_observations: 'Referrals of children are rare in the data; results for them are reported apart.',
    },
    evaluation_details: [
      {
        name: 'holdout-2026-09',
        evaluation_observation: 'Referrals of September 2026 that no training has seen',
        metric_groups: [
          {
            name: 'urgent',
            metric_data: [
              { name: 'recall', type: 'number', value: 0.94 },
              { name: 'recall, patients under 18', type: 'number', value: 0.88 },
            ],
          },
        ],
      },
    ],
    additional_information: {
      ethical_considerations: 'Nobody is turned away by the model: the order changes, not the list.',
      caveats_and_recommendations: 'Not for emergencies, which come by telephone.',
    },
  },
  governance: {
    euAiActClass: 'high',
    intendedUse: 'Orders the list of referrals for a nurse who decides',
    dpia: 'https://wiki.example.com/dpia/triage-classifier',
    approver: 'Medical board',
    reviewBy: '2027-06-30',
  },
});
