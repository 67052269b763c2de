package org.aftercare.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.returns.ProductReturn.ReturnItem;
import org.aftercare.returns.ProductReturn.Right;
import org.aftercare.returns.ProductReturn.Sale;
import org.aftercare.returns.ProductReturn.Terms;
import org.springframework.stereotype.Component;

/** Works out what holds for a return, from the tables' figures and the country's days. */
@Component
class ReturnTerms {

  private final ReturnRules rules;
  private final LegalClocks clocks;
  private final BusinessCalendar calendar;

  ReturnTerms(ReturnRules rules, LegalClocks clocks, BusinessCalendar calendar) {
    this.rules = rules;
    this.clocks = clocks;
    this.calendar = calendar;
  }

  /**
   * @param items that go back
   * @param noticeAt when the withdrawal was confirmed, or now while it has not been
   * @param defective whether the customer wants a fault put right
   */
  Terms of(String country, Sale sale, List<ReturnItem> items, Instant noticeAt, boolean defective) {
    LocalDate noticeOn = calendar.dateIn(country, noticeAt);
    String channel = sale.channel().name();
    WithdrawalTerms law = rules.terms(country, channel, noticeOn);
    ReturnDeadlines own = rules.deadlines(country, noticeOn);
    LocalDate deliveredOn = sale.deliveredOn().orElse(null);
    Optional<LocalDate> lastDay =
        clocks.lastDayToWithdraw(
            country,
            deliveredOn,
            sale.informed() ? deliveredOn : null,
            law.withdrawalDays(),
            law.uninformedMonths());
    boolean inTime = clocks.inTime(country, noticeAt, lastDay);
    String right =
        rules.right(
            new RightFacts(
                country,
                channel,
                noticeOn,
                ProductReturn.exclusion(items).name(),
                inTime,
                defective));
    return new Terms(
        Right.valueOf(right),
        lastDay.orElse(null),
        inTime,
        clocks.lastDayToSendBack(country, noticeOn, law.sendBackDays()),
        clocks.lastDayToRefund(noticeOn, law.refundDays()),
        noticeOn.plusDays(own.remindAfterDays()),
        noticeOn.plusDays(own.closeAfterDays()),
        noticeOn.plusDays(own.escalateAfterDays()),
        law.restockingPercent());
  }
}
