package org.aftercare.warranty;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.fulfilment.Commitment.Kind;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.ItemRepair;
import org.aftercare.fulfilment.ItemRepair.PartReserved;
import org.aftercare.fulfilment.ItemReplacement;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.fulfilment.ItemTransport;
import org.aftercare.fulfilment.ItemUnwinding;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.fulfilment.OutcomeFiling;
import org.aftercare.notifications.Recipient;
import org.aftercare.systems.Money;
import org.aftercare.testing.CaseFlowTestBase;
import org.aftercare.testing.FlowTest;
import org.aftercare.warranty.ClaimCoverage.CoverageFacts;
import org.aftercare.warranty.ClaimRemedy.RemedyFacts;
import org.aftercare.warranty.ClaimSettlement.Recovered;
import org.aftercare.warranty.WarrantyClaims.Finding;
import org.aftercare.warranty.WarrantyClaims.PurchaseSearch;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A process test: real engine, models, tables and delegates; mocked use cases. The test runs the
 * jobs itself, so it decides what happens when.
 */
@FlowTest(ProcessTestApplication.class)
abstract class ProcessTest extends CaseFlowTestBase {

  /** A claim that every rule accepts: bought last year, cheap to repair, part in stock. */
  static final CoverageFacts COVERED =
      new CoverageFacts("SE", LocalDate.of(2025, 9, 1), 14, 3, true, false, false, 0);

  static final CoverageFacts BURDEN_ON_CONSUMER =
      new CoverageFacts("SE", LocalDate.of(2024, 1, 1), 30, 3, true, false, false, 0);
  static final CoverageFacts JUST_OUT_OF_PERIOD =
      new CoverageFacts("SE", LocalDate.of(2023, 6, 1), 38, 3, true, false, false, 0);
  static final CoverageFacts LONG_OUT_OF_PERIOD =
      new CoverageFacts("SE", LocalDate.of(2019, 6, 1), 80, 3, true, false, false, 0);
  static final RemedyFacts CHEAP_REPAIR =
      new RemedyFacts(true, true, 15, 0, WarrantyClaim.Wish.REPAIR, false);

  private static final Commitment INVOICE =
      Commitment.of("W-1", Kind.INVOICE, "I-1", OPENED).expectedOn(LocalDate.of(2026, 12, 16));

  @MockitoBean WarrantyClaims claims;
  @MockitoBean ClaimCoverage coverage;
  @MockitoBean ClaimRemedy remedy;
  @MockitoBean ClaimSettlement settlement;
  @MockitoBean ItemUnwinding unwinding;
  @MockitoBean ItemRepair repair;
  @MockitoBean ItemReplacement replacements;
  @MockitoBean ItemTransport transport;
  @MockitoBean OutcomeFiling filing;
  @MockitoBean Claims store;
  @MockitoBean Commitments commitments;

  ProcessTest() {
    super("W", WarrantyProcess.KEY);
  }

  @BeforeEach
  void everythingGoesWell() {
    WarrantyClaim claim = mock(WarrantyClaim.class);
    when(claim.country()).thenReturn("SE");
    when(store.require(anyString())).thenReturn(claim);
    when(claims.lookUpCustomer(anyString())).thenReturn(true);
    when(claims.lookUpPurchase(anyString(), any(), any())).thenReturn(PurchaseSearch.FOUND);
    when(claims.check(anyString(), anyBoolean(), anyBoolean())).thenReturn(Finding.NONE);
    when(coverage.facts(anyString(), anyBoolean())).thenReturn(COVERED);
    when(remedy.estimate(anyString())).thenReturn(CHEAP_REPAIR);
    when(remedy.price(anyString(), any())).thenReturn(money("1200"));
    when(settlement.repairedOn(anyString())).thenReturn(LocalDate.of(2026, 11, 20));
    when(settlement.recover(any(), anyString(), any(), any(), anyBoolean()))
        .thenReturn(Recovered.CLAIMED);
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, false, false));
    partIn(0);
    when(repair.bookVisit(any(), anyString())).thenReturn(Optional.of("A-1"));
    when(repair.loanerHelps(anyString())).thenReturn(true);
    when(transport.pickUp(any(), anyString())).thenReturn(Optional.of("S-1"));
    when(transport.returnItem(any(), anyString())).thenReturn(Optional.of("S-2"));
    when(transport.deliverReplacement(any(), anyString())).thenReturn(Optional.of("S-3"));
    when(transport.lend(any(), anyString())).thenReturn(Optional.of("S-4"));
    when(remedy.invoice(any(), anyString())).thenReturn("I-1");
    when(commitments.latest(anyString(), any())).thenReturn(Optional.of(INVOICE));
    when(replacements.order(any(), anyString())).thenReturn(true);
    when(replacements.refund(any(), anyString())).thenReturn(RefundResult.REFUNDED);
  }

  /** The part is here after so many days. */
  void partIn(int days) {
    when(repair.reservePart(any(), anyString())).thenReturn(new PartReserved("R-1", days));
  }

  @Override
  protected final Class<? extends Recipient> recipientOf(String template) {
    if (template.startsWith("supplier.") || template.startsWith("shipper.")) {
      return Recipient.ToPartner.class;
    }
    return Set.of("case.human-wanted", "warranty.recall-reported").contains(template)
        ? Recipient.ToTeam.class
        : Recipient.ToCustomer.class;
  }

  static Money money(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }
}
