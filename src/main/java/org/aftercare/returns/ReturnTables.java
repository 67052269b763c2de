package org.aftercare.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the deployed decision tables. */
@Component
class ReturnTables implements ReturnRules {

  private final DecisionService decisions;

  ReturnTables(DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public WithdrawalTerms terms(String country, String channel, LocalDate noticeOn) {
    DmnDecisionRuleResult row =
        row(
            "withdrawal-terms",
            Variables.putValue("country", country)
                .putValue("channel", channel)
                .putValue("noticeOn", noticeOn.toString()));
    return new WithdrawalTerms(
        row.getEntry("withdrawalDays"),
        row.getEntry("uninformedMonths"),
        row.getEntry("sendBackDays"),
        row.getEntry("refundDays"),
        row.getEntry("restockingPercent"));
  }

  @Override
  public ReturnDeadlines deadlines(String country, LocalDate noticeOn) {
    DmnDecisionRuleResult row =
        row(
            "return-deadlines",
            Variables.putValue("country", country).putValue("noticeOn", noticeOn.toString()));
    return new ReturnDeadlines(
        row.getEntry("remindAfterDays"),
        row.getEntry("closeAfterDays"),
        row.getEntry("escalateAfterDays"));
  }

  @Override
  public String right(RightFacts facts) {
    return row(
            "return-right",
            Variables.putValue("country", facts.country())
                .putValue("noticeOn", facts.noticeOn().toString())
                .putValue("channel", facts.channel())
                .putValue("exclusion", facts.exclusion())
                .putValue("inTime", facts.inTime())
                .putValue("defective", facts.defective()))
        .getSingleEntry();
  }

  @Override
  public List<String> signsOfFraud(FraudFacts facts) {
    return decisions
        .evaluateDecisionTableByKey(
            "fraud-signs",
            Variables.putValue("serialMatches", facts.serialMatches())
                .putValue("complete", facts.complete())
                .putValue("weightDeviationPercent", facts.weightDeviationPercent())
                .putValue("notReceivedBefore", facts.notReceivedBefore())
                .putValue("orders6Months", facts.orders6Months())
                .putValue("returnedPercent", facts.returnedPercent()))
        .collectEntries("sign");
  }

  private DmnDecisionRuleResult row(String table, Map<String, Object> facts) {
    DmnDecisionTableResult result = decisions.evaluateDecisionTableByKey(table, facts);
    if (result.isEmpty()) {
      throw new IllegalStateException(
          "The table %s has no row for %s; add one.".formatted(table, new TreeMap<>(facts)));
    }
    return result.getSingleResult();
  }
}
