package org.aftercare.deferral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision tables where no process does: before a case exists, and for their figures. */
@Component
class DeferralRules {

  private final DecisionService decisions;
  private final IdentityService identity;

  DeferralRules(DecisionService decisions, IdentityService identity) {
    this.decisions = decisions;
    this.identity = identity;
  }

  /**
   * @param on decides which version
   */
  DeferralTerms terms(String country, LocalDate on) {
    Map<String, Object> row =
        evaluate(
                "deferral-terms",
                Variables.putValue("country", country).putValue("requestedOn", date(on)))
            .getSingleResult()
            .getEntryMap();
    return new DeferralTerms(
        whole(row, "selfServiceDays"),
        whole(row, "longDays"),
        whole(row, "longCleanMonths"),
        (String) row.get("capCurrency"),
        decimal(row, "cap"),
        whole(row, "limitDays"),
        whole(row, "maxInstalments"),
        decimal(row, "fee"),
        decimal(row, "interestPercent"),
        decimal(row, "reminderFee"));
  }

  /** What counts first, a code of the table {@code deferral-finding}. */
  String finding(Considerations of) {
    return evaluate("deferral-finding", variables(of)).getSingleEntry();
  }

  /** What a finding leads to, a code of the table {@code deferral-decision}. */
  String decision(String finding) {
    return evaluate("deferral-decision", Variables.putValue("finding", finding)).getSingleEntry();
  }

  /** Whoever asks what can be had need not have a right to decisions. */
  private DmnDecisionTableResult evaluate(String table, VariableMap facts) {
    Authentication caller = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return decisions.evaluateDecisionTableByKey(table, facts);
    } finally {
      identity.setAuthentication(caller);
    }
  }

  private static VariableMap variables(Considerations of) {
    return Variables.putValue("country", of.country())
        .putValue("requestedOn", date(of.requestedOn()))
        .putValue("status", of.status())
        .putValue("circumstance", of.circumstance().name())
        .putValue("disputed", of.disputed())
        .putValue("inCollection", of.inCollection())
        .putValue("business", of.business())
        .putValue("daysToDue", of.daysToDue())
        .putValue("deferredBefore", of.deferredBefore())
        .putValue("deferrals", of.deferrals())
        .putValue("instalmentsWanted", of.instalmentsWanted())
        .putValue("daysWanted", of.daysWanted())
        .putValue("overdueInvoices", of.overdueInvoices())
        .putValue("lateOfLastTwo", of.lateOfLastTwo())
        .putValue("currency", of.currency())
        .putValue("balance", of.balance())
        .putValue("cleanMonths", of.cleanMonths());
  }

  /** DMN's FEEL reads a date variable in the zone of the JVM. */
  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }

  private static int whole(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).intValue();
  }

  private static BigDecimal decimal(Map<String, Object> row, String name) {
    return new BigDecimal(row.get(name).toString());
  }
}
