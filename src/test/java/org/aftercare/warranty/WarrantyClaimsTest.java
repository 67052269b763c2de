package org.aftercare.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.InvalidRequestException;
import org.aftercare.customers.Customer;
import org.aftercare.systems.Address;
import org.aftercare.systems.Orders;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.FakeCompany;
import org.aftercare.warranty.WarrantyClaim.Cause;
import org.aftercare.warranty.WarrantyClaim.Wish;
import org.aftercare.warranty.WarrantyClaims.Finding;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.junit.jupiter.api.Test;

/** What happens to a claim between the customer's words and the question who answers for it. */
class WarrantyClaimsTest {

  private final FakeDesk desk = new FakeDesk();
  private final WarrantyClaims claims = desk.intake;

  @Test
  void opensACaseWithAllThatIsKnown() {
    String caseNumber = desk.openCase();

    WarrantyClaim claim = desk.claims.require(caseNumber);
    assertThat(claim.customerKnown()).isTrue();
    assertThat(claim.requirePurchase().sku()).isEqualTo("NK-RF-300-SE");
    assertThat(claim.serialNumberMatches()).isTrue();
    assertThat(claim.report().reportedOn()).isEqualTo(FakeDesk.TODAY);
    assertThat(desk.started).containsExactly("SE known");
  }

  @Test
  void keepsWhatTheCustomerWroteInTheNotes() {
    NewClaim claim = FakeDesk.claim();
    desk.open(
        new NewClaim(
            claim.customerId(),
            claim.orderNumber(),
            claim.serialNumber(),
            claim.symptom(),
            "It hums.",
            claim.noticedOn(),
            claim.cause(),
            false,
            claim.wish(),
            claim.channel(),
            "Receipt in the drawer."));

    assertThat(desk.notes)
        .containsEntry("description", "It hums.")
        .containsEntry("proof", "Receipt in the drawer.");
  }

  @Test
  void takesAClaimInWhileTheCustomerRegisterIsDown() {
    desk.company.down.add("crm");

    String caseNumber = desk.openCase();

    assertThat(desk.started).containsExactly("SE to be looked up");
    assertThat(desk.claims.require(caseNumber).customerKnown()).isFalse();
    assertThatThrownBy(() -> claims.lookUpCustomer(caseNumber))
        .isInstanceOf(SystemUnavailableException.class);

    desk.company.down.clear();
    assertThat(claims.lookUpCustomer(caseNumber)).isTrue();
    assertThat(claims.lookUpPurchase(caseNumber, null, null)).isEqualTo(PurchaseSearch.FOUND);
  }

  @Test
  void takesAClaimInWhileTheOrdersAreDown() {
    desk.company.down.add("orders");

    String caseNumber = desk.openCase();

    assertThat(desk.started).containsExactly("SE to be looked up");
    assertThatThrownBy(() -> claims.lookUpPurchase(caseNumber, null, null))
        .isInstanceOf(SystemUnavailableException.class);

    desk.company.down.clear();
    assertThat(claims.lookUpPurchase(caseNumber, null, null)).isEqualTo(PurchaseSearch.FOUND);
    assertThat(desk.claims.require(caseNumber).requirePurchase().orderNumber())
        .isEqualTo(FakeCompany.ORDER);
  }

  @Test
  void assumesTheHomeCountryOnlyWhileNothingBetterIsKnown() {
    desk.company.register(
        new Customer(
            FakeCompany.ASTRID,
            "Astrid",
            null,
            null,
            java.util.Locale.ENGLISH,
            "NO",
            new Address("Storgata 1", "0155", "Oslo", "NO")));
    desk.company.down.add("crm");
    String caseNumber = desk.open(FakeDesk.claim(null, "X-1")).caseNumber();
    assertThat(desk.claims.require(caseNumber).country()).isEqualTo("SE");

    desk.company.down.clear();
    claims.lookUpCustomer(caseNumber);

    assertThat(desk.claims.require(caseNumber).country()).isEqualTo("NO");
    assertThat(desk.opened.get(caseNumber).country()).as("of the case").isEqualTo("NO");
  }

  @Test
  void findsThePurchaseOfARegisteredItemWithoutAnOrderNumber() {
    desk.registered.put(FakeCompany.SERIAL, FakeCompany.ORDER);

    String caseNumber = desk.open(FakeDesk.claim(null, FakeCompany.SERIAL)).caseNumber();

    assertThat(desk.started).containsExactly("SE known");
    assertThat(desk.claims.require(caseNumber).requirePurchase().orderNumber())
        .isEqualTo(FakeCompany.ORDER);
  }

  @Test
  void findsThePurchaseOfARegisteredItemLaterIfTheOrdersAreDown() {
    desk.registered.put(FakeCompany.SERIAL, FakeCompany.ORDER);
    desk.company.down.add("orders");
    String caseNumber = desk.open(FakeDesk.claim(null, FakeCompany.SERIAL)).caseNumber();
    assertThat(desk.started).containsExactly("SE to be looked up");

    desk.company.down.clear();
    claims.lookUpCustomer(caseNumber);

    assertThat(claims.lookUpPurchase(caseNumber, null, null)).isEqualTo(PurchaseSearch.FOUND);
  }

  @Test
  void acceptsAClaimWithoutAProofOfPurchase() {
    String caseNumber = desk.open(FakeDesk.claim(null, FakeCompany.SERIAL)).caseNumber();

    assertThat(desk.started).containsExactly("SE to be looked up");
    assertThat(claims.lookUpCustomer(caseNumber)).isTrue();
    assertThat(claims.lookUpPurchase(caseNumber, null, null)).isEqualTo(PurchaseSearch.NOT_FOUND);
    assertThat(claims.lookUpPurchase(caseNumber, FakeCompany.ORDER, null))
        .isEqualTo(PurchaseSearch.FOUND);
  }

  @Test
  void aPersonMayCorrectTheSerialNumber() {
    String caseNumber = desk.open(FakeDesk.claim(FakeCompany.ORDER, "TYPO-1")).caseNumber();
    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.SERIAL_MISMATCH);

    claims.lookUpPurchase(caseNumber, FakeCompany.ORDER, FakeCompany.SERIAL);

    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.NONE);
  }

  @Test
  void doesNotKnowACustomerWhomTheRegisterDoesNotKnow() {
    NewClaim claim = FakeDesk.claim();
    NewClaim unknown =
        new NewClaim(
            "C-0",
            claim.orderNumber(),
            claim.serialNumber(),
            claim.symptom(),
            claim.description(),
            claim.noticedOn(),
            claim.cause(),
            false,
            claim.wish(),
            claim.channel(),
            null);

    assertThat(problemFields(unknown)).containsExactly("/customerId");
    assertThat(desk.opened).isEmpty();
    assertThat(desk.started).isEmpty();
  }

  @Test
  void theOrderOfSomebodyElseIsNoOrderOfTheCustomer() {
    desk.company.placed.put(
        "O-2",
        new Orders.Order(
            "O-2",
            "C-2",
            "SE",
            LocalDate.of(2025, 1, 1),
            Orders.SalesChannel.ONLINE,
            FakeCompany.money("0.00"),
            true,
            List.of(FakeCompany.line("S-2"))));

    assertThat(problemFields(FakeDesk.claim("O-2", "S-2"))).containsExactly("/orderNumber");
    assertThat(problemFields(FakeDesk.claim("O-0", "S-2"))).containsExactly("/orderNumber");
  }

  @Test
  void theDefectCannotBeSeenTomorrowOrBeforeDelivery() {
    assertThat(problemFields(noticed(FakeDesk.TODAY.plusDays(1)))).containsExactly("/noticedOn");
    assertThat(problemFields(noticed(LocalDate.of(2025, 9, 21)))).containsExactly("/noticedOn");
    desk.open(noticed(FakeDesk.TODAY));
    desk.open(noticed(LocalDate.of(2025, 9, 22)));
    assertThat(desk.opened).hasSize(2);
  }

  @Test
  void todayIsTheDayInTheCountry() {
    desk.now = java.time.Instant.parse("2026-11-22T23:59:59Z");

    assertThat(problemFields(noticed(LocalDate.of(2026, 11, 23)))).containsExactly("/noticedOn");
  }

  @Test
  void anOpenClaimForTheSameItemGoesBefore() {
    String first = desk.openCase();
    String second = desk.openCase();

    assertThat(claims.check(first, false, false)).isEqualTo(Finding.NONE);
    assertThat(claims.check(second, false, false)).isEqualTo(Finding.DUPLICATE);
    assertThat(claims.check(first, false, false)).as("asked again").isEqualTo(Finding.NONE);

    desk.claims.release(first);
    assertThat(claims.check(second, false, false)).isEqualTo(Finding.NONE);
  }

  @Test
  void anotherSerialNumberIsForAPersonToCheck() {
    String caseNumber = desk.open(FakeDesk.claim(FakeCompany.ORDER, "OTHER-1")).caseNumber();

    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.SERIAL_MISMATCH);
    assertThat(claims.check(caseNumber, true, false)).isEqualTo(Finding.NONE);
  }

  @Test
  void aTypingErrorTakesNobodyElsesItem() {
    desk.company.placed.put(
        "O-2",
        new Orders.Order(
            "O-2",
            FakeCompany.ASTRID,
            "SE",
            LocalDate.of(2025, 9, 1),
            Orders.SalesChannel.ONLINE,
            FakeCompany.money("0.00"),
            true,
            List.of(FakeCompany.line("S-2"))));
    String mistyped = desk.open(FakeDesk.claim("O-2", FakeCompany.SERIAL)).caseNumber();
    assertThat(claims.check(mistyped, false, false)).isEqualTo(Finding.SERIAL_MISMATCH);

    String genuine = desk.openCase();
    assertThat(claims.check(genuine, false, false)).isEqualTo(Finding.NONE);
  }

  @Test
  void twoCustomersWhoClaimForOneItemAreForAPersonToSort() {
    String first = desk.openCase();
    assertThat(claims.check(first, false, false)).isEqualTo(Finding.NONE);
    desk.claims.change(ofAnotherCustomer(desk.claims.require(first)));

    String second = desk.openCase();
    assertThat(claims.check(second, false, false)).isEqualTo(Finding.SERIAL_MISMATCH);
    assertThat(claims.check(second, true, false)).as("cleared").isEqualTo(Finding.NONE);
  }

  private static WarrantyClaim ofAnotherCustomer(WarrantyClaim claim) {
    return new WarrantyClaim(
        claim.caseNumber(),
        "C-2",
        claim.country(),
        true,
        claim.orderNumber(),
        claim.serialNumber(),
        claim.report(),
        claim.purchase(),
        claim.estimate());
  }

  @Test
  void serialNumbersDoNotDifferInCaseAlone() {
    String caseNumber = desk.open(FakeDesk.claim(FakeCompany.ORDER, "nk-rf-300-0001")).caseNumber();

    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.NONE);
  }

  @Test
  void theLineMeantIsTheOneWhoseSerialNumberIsLikest() {
    Orders.OrderLine other =
        new Orders.OrderLine(
            "TV-1",
            "Television",
            "TV",
            "ZZ-9",
            FakeCompany.money("5000.00"),
            null,
            false,
            "lumo",
            null,
            Orders.Exclusion.NONE,
            null,
            FakeCompany.money("0.00"));
    desk.company.place(other, FakeCompany.line(FakeCompany.SERIAL));

    String caseNumber = desk.open(FakeDesk.claim(FakeCompany.ORDER, "NK-RF-300-0007")).caseNumber();

    assertThat(desk.claims.require(caseNumber).requirePurchase().serialNumber())
        .isEqualTo(FakeCompany.SERIAL);
  }

  @Test
  void aRecallGoesBeforeWhatTheCustomerFears() {
    Orders.OrderLine line = FakeCompany.line(FakeCompany.SERIAL);
    desk.company.place(
        new Orders.OrderLine(
            line.sku(),
            line.product(),
            line.productGroup(),
            line.serialNumber(),
            line.price(),
            line.deliveredOn(),
            true,
            line.supplierId(),
            "REC-2026-7",
            Orders.Exclusion.NONE,
            null,
            FakeCompany.money("0.00")));
    String caseNumber = desk.open(dangerous()).caseNumber();

    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.RECALL);
  }

  @Test
  void whatTheCustomerFearsIsAssessedOnce() {
    String caseNumber = desk.open(dangerous()).caseNumber();

    assertThat(claims.check(caseNumber, false, false)).isEqualTo(Finding.SAFETY);
    assertThat(claims.check(caseNumber, false, true)).isEqualTo(Finding.NONE);
  }

  private static NewClaim noticed(LocalDate day) {
    return FakeDesk.claim(day, Cause.UNKNOWN, false, Wish.NONE);
  }

  private static NewClaim dangerous() {
    return FakeDesk.claim(FakeDesk.TODAY, Cause.UNKNOWN, true, Wish.NONE);
  }

  private List<String> problemFields(NewClaim claim) {
    InvalidRequestException[] caught = new InvalidRequestException[1];
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> desk.open(claim))
        .satisfies(e -> caught[0] = e);
    return caught[0].problems().stream().map(FieldProblem::field).toList();
  }
}
