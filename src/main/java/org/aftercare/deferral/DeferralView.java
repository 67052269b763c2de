package org.aftercare.deferral;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aftercare.cases.ServiceCase;
import org.aftercare.deferral.PaymentDeferral.Circumstance;
import org.aftercare.systems.Money;

/**
 * A deferral as its customer and staff see it.
 *
 * @param outcome how it ended, or {@code null} while it runs
 * @param balance what is still to be paid, or {@code null} until billing has been asked
 * @param dueOn the original due date, or {@code null} until billing has been asked
 * @param dunningHeld whether billing has confirmed that nobody is reminded meanwhile
 * @param offerOpen whether {@code payments} is an offer that waits for the customer's answer
 * @param payments when it is paid instead, as agreed or offered; empty where neither holds
 */
record DeferralView(
    String caseNumber,
    String customerId,
    ServiceCase.Status status,
    String outcome,
    String invoiceNumber,
    LocalDate requestedOn,
    LocalDate wishedOn,
    int wishedInstalments,
    Circumstance circumstance,
    Money balance,
    LocalDate dueOn,
    boolean dunningHeld,
    boolean offerOpen,
    List<Payment> payments) {

  private static final Set<String> RAN_ITS_COURSE = Set.of("PAID", "UNPAID");

  record Payment(LocalDate dueOn, Money amount) {}

  static DeferralView of(ServiceCase of, PaymentDeferral deferral, boolean offerOpen) {
    return new DeferralView(
        of.caseNumber(),
        of.customerId(),
        of.status(),
        of.outcome(),
        deferral.invoiceNumber(),
        deferral.requestedOn(),
        deferral.wish().payOn(),
        deferral.wish().instalments(),
        deferral.wish().circumstance(),
        deferral.invoice() == null ? null : deferral.invoice().balance(),
        deferral.invoice() == null ? null : deferral.invoice().dueDate(),
        deferral.standingHold().isPresent(),
        offerOpen,
        counts(of, deferral, offerOpen)
            ? deferral.agreement().parts().stream()
                .map(part -> new Payment(part.dueOn(), part.amount()))
                .toList()
            : List.of());
  }

  /**
   * What a person only thinks of, was declined or withdrawn, is nothing that anybody can rely on.
   */
  private static boolean counts(ServiceCase of, PaymentDeferral deferral, boolean offerOpen) {
    if (deferral.agreement() == null) {
      return false;
    }
    boolean inForce = deferral.agreement().booked() && deferral.standingHold().isPresent();
    return offerOpen || inForce || RAN_ITS_COURSE.contains(String.valueOf(of.outcome()));
  }
}
