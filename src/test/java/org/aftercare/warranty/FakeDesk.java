package org.aftercare.warranty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aftercare.cases.ServiceCase;
import org.aftercare.testing.FakeCompany;
import org.aftercare.testing.FakeOffice;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Symptom;
import org.aftercare.warranty.WarrantyClaim.Wish;

/** The warranty module's surroundings in memory, and its claims. */
final class FakeDesk extends FakeOffice {

  final List<String> started = new ArrayList<>();
  final Claims claims = new InMemoryClaims();

  /** The orders of items that customers have registered, by serial number. */
  final Map<String, String> registered = new HashMap<>();

  final WarrantyClaims intake =
      new WarrantyClaims(
          claims,
          cases,
          company.customers,
          company.orders,
          (customerId, serialNumber) -> Optional.ofNullable(registered.get(serialNumber)),
          new WarrantyProcess(null) {
            @Override
            void start(String caseNumber, String country, boolean factsKnown) {
              started.add(country + (factsKnown ? " known" : " to be looked up"));
            }
          },
          calendar,
          clock,
          new WarrantyProperties("SE", "shipper"));

  static NewClaim claim() {
    return new NewClaim(
        FakeCompany.ASTRID,
        FakeCompany.ORDER,
        FakeCompany.SERIAL,
        Symptom.NOT_COOLING,
        "It hums but stays warm.",
        LocalDate.of(2026, 11, 20),
        Cause.UNKNOWN,
        false,
        Wish.NONE,
        ServiceCase.Channel.API,
        null);
  }

  static NewClaim claim(String orderNumber, String serialNumber) {
    NewClaim claim = claim();
    return new NewClaim(
        claim.customerId(),
        orderNumber,
        serialNumber,
        claim.symptom(),
        claim.description(),
        claim.noticedOn(),
        claim.cause(),
        claim.dangerous(),
        claim.wish(),
        claim.channel(),
        claim.proof());
  }

  static NewClaim claim(LocalDate noticedOn, Cause cause, boolean dangerous, Wish wish) {
    NewClaim claim = claim();
    return new NewClaim(
        claim.customerId(),
        claim.orderNumber(),
        claim.serialNumber(),
        claim.symptom(),
        claim.description(),
        noticedOn,
        cause,
        dangerous,
        wish,
        claim.channel(),
        claim.proof());
  }

  /** A claim whose customer and purchase were found as it was opened. */
  String openCase() {
    return open(claim()).caseNumber();
  }

  ServiceCase open(NewClaim claim) {
    return intake.open(claim, intake.lookUp(claim));
  }

  /** One whose repair has been estimated too. */
  String openEstimatedCase() {
    String caseNumber = openCase();
    remedy().estimate(caseNumber);
    return caseNumber;
  }

  ClaimRemedy remedy() {
    return new ClaimRemedy(
        claims, commitments, company.parts, company.billing, remote, cases, clock);
  }

  private static final class InMemoryClaims implements Claims {
    private final Map<String, WarrantyClaim> byCase = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    @Override
    public void add(WarrantyClaim claim) {
      byCase.put(claim.caseNumber(), claim);
    }

    @Override
    public void change(WarrantyClaim claim) {
      byCase.put(claim.caseNumber(), claim);
    }

    @Override
    public Optional<WarrantyClaim> find(String caseNumber) {
      return Optional.ofNullable(byCase.get(caseNumber));
    }

    @Override
    public boolean take(String serialNumber, String caseNumber) {
      return taken.computeIfAbsent(serialNumber, free -> caseNumber).equals(caseNumber);
    }

    @Override
    public Optional<String> holder(String serialNumber) {
      return Optional.ofNullable(taken.get(serialNumber));
    }

    @Override
    public void release(String caseNumber) {
      taken.values().removeAll(Collections.singleton(caseNumber));
    }
  }
}
