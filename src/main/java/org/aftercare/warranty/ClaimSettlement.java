package org.aftercare.warranty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.aftercare.cases.Cases;
import org.aftercare.cases.Facts;
import org.aftercare.engine.BusinessCalendar;
import org.aftercare.engine.StepKey;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.systems.Accounting;
import org.aftercare.systems.Accounting.Recovery;
import org.aftercare.systems.Accounting.RecoveryRequest;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Contracts.Extension;
import org.aftercare.systems.Money;
import org.aftercare.systems.RemoteSteps;
import org.aftercare.systems.Reply;
import org.aftercare.systems.UnforeseenRefusalException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles a claim that has been remedied: guarantee and supplier. */
@Service
class ClaimSettlement {

  /** The outcomes that have cost us something. */
  private static final Set<String> REMEDIED = Set.of("REPAIRED", "REPLACED", "REFUNDED");

  private final Claims claims;
  private final Commitments commitments;
  private final Contracts contracts;
  private final Accounting accounting;
  private final RemoteSteps remote;
  private final Cases cases;
  private final BusinessCalendar calendar;
  private final Clock clock;

  ClaimSettlement(
      Claims claims,
      Commitments commitments,
      Contracts contracts,
      Accounting accounting,
      RemoteSteps remote,
      Cases cases,
      BusinessCalendar calendar,
      Clock clock) {
    this.claims = claims;
    this.commitments = commitments;
    this.contracts = contracts;
    this.accounting = accounting;
    this.remote = remote;
    this.cases = cases;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The day from which a repair that has just been made counts. */
  @Transactional(readOnly = true)
  LocalDate repairedOn(String caseNumber) {
    return calendar.dateIn(claims.require(caseNumber).country(), clock.instant());
  }

  /**
   * Lengthens the legal guarantee; one that was lengthened before stays as it is.
   *
   * @param months 1 or more
   */
  @Transactional
  void extend(StepKey step, String caseNumber, int months) {
    String serialNumber = claims.require(caseNumber).requirePurchase().serialNumber();
    Reply<Extension> reply =
        remote.once(
            step,
            Extension.class,
            key -> contracts.extend(key, serialNumber, months, caseNumber),
            contracts::findExtension);
    reply.fold(
        extension -> {
          commitments.add(
              Commitment.of(caseNumber, Kind.EXTENSION, extension.extensionId(), clock.instant()));
          cases.record(
              caseNumber,
              "warranty.guarantee-extended",
              Map.of("months", String.valueOf(extension.months())));
          return true;
        },
        refusal -> {
          UnforeseenRefusalException.unless("contracts", refusal, "ALREADY_EXTENDED");
          return false;
        });
  }

  /**
   * Claims from the supplier what the remedy has cost. Nothing is claimed for a repair that the
   * customer pays or that was not made, and nothing from the supplier for an item that was lost in
   * our or the carrier's hands.
   *
   * @param remedy {@code REPAIR}, {@code REPLACE}, {@code REFUND} or {@code NONE}
   * @param outcome how the claim ended
   */
  @Transactional
  Recovered recover(
      StepKey step, String caseNumber, String remedy, String outcome, boolean itemLost) {
    if (itemLost) {
      return Recovered.ITEM_LOST;
    }
    WarrantyClaim claim = claims.require(caseNumber);
    Money cost = ClaimRemedy.price(claim, remedy);
    boolean made = REMEDIED.contains(outcome);
    boolean customersMatter = commitments.latest(caseNumber, Kind.INVOICE).isPresent();
    if (!made || customersMatter || cost.amount().signum() == 0) {
      return Recovered.NOTHING_TO_CLAIM;
    }
    Purchase purchase = claim.requirePurchase();
    RecoveryRequest request =
        new RecoveryRequest(caseNumber, purchase.supplierId(), purchase.sku(), cost);
    return remote
        .once(
            step, Recovery.class, key -> accounting.recover(key, request), accounting::findRecovery)
        .fold(
            recovery -> {
              commitments.add(
                  Commitment.of(caseNumber, Kind.RECOVERY, recovery.recoveryId(), clock.instant())
                      .worth(cost));
              cases.record(
                  caseNumber, "internal.warranty.recovered", Map.of("amount", Facts.amount(cost)));
              return Recovered.CLAIMED;
            },
            refusal -> {
              UnforeseenRefusalException.unless("accounting", refusal, "NO_AGREEMENT");
              return Recovered.NO_AGREEMENT;
            });
  }

  /** Who bears the cost, as far as that goes by itself. */
  enum Recovered {
    CLAIMED,
    NO_AGREEMENT,
    ITEM_LOST,
    NOTHING_TO_CLAIM
  }
}
