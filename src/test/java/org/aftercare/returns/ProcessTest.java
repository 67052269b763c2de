package org.aftercare.returns;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.aftercare.fulfilment.Commitments;
import org.aftercare.fulfilment.ItemRepair;
import org.aftercare.fulfilment.ItemReplacement;
import org.aftercare.fulfilment.ItemReplacement.RefundResult;
import org.aftercare.fulfilment.ItemTransport;
import org.aftercare.fulfilment.ItemUnwinding;
import org.aftercare.fulfilment.ItemUnwinding.Bookings;
import org.aftercare.fulfilment.OutcomeFiling;
import org.aftercare.notifications.Recipient;
import org.aftercare.returns.ProductReturn.RefundSum;
import org.aftercare.returns.ProductReturns.Checked;
import org.aftercare.systems.Money;
import org.aftercare.testing.CaseFlowTestBase;
import org.aftercare.testing.FlowTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A process test of returns: real engine, models, tables and delegates; mocked use cases. The test
 * runs the jobs itself, so it decides what happens when.
 */
@FlowTest(ProcessTestApplication.class)
abstract class ProcessTest extends CaseFlowTestBase {

  private static final LocalDate NOTICE = LocalDate.of(2026, 11, 16);

  /** Told to teams. */
  private static final Set<String> INTERNAL = Set.of("case.human-wanted", "returns.refund-due");

  @MockitoBean ProductReturns returns;
  @MockitoBean ReturnTransport sending;
  @MockitoBean ReturnGrading grading;
  @MockitoBean ReturnHandOver handing;
  @MockitoBean Returns store;
  @MockitoBean ItemRepair repair;
  @MockitoBean ItemReplacement replacements;
  @MockitoBean ItemTransport transport;
  @MockitoBean OutcomeFiling filing;
  @MockitoBean ItemUnwinding unwinding;
  @MockitoBean Commitments commitments;

  ProcessTest() {
    super("R", ReturnProcess.KEY);
  }

  @BeforeEach
  void everythingGoesWell() {
    when(store.require(anyString()))
        .thenAnswer(call -> Samples.confirmed(call.getArgument(0), NOTICE));
    when(returns.lapse(anyString())).thenReturn(true);
    when(returns.lookUpOrder(anyString(), any())).thenReturn(true);
    when(returns.find(anyString()))
        .thenAnswer(call -> Optional.of(Samples.confirmed(call.getArgument(0), NOTICE)));
    right("ONLINE", "NONE", true, false);
    when(sending.bookLabel(any(), anyString())).thenReturn(Optional.of("S-1"));
    when(grading.receive(anyString(), any())).thenReturn(true);
    when(grading.weigh(anyString(), any())).thenReturn(nothingOdd());
    when(grading.informed(anyString())).thenReturn(true);
    when(grading.sellable(anyString())).thenReturn(true);
    refundOf("500");
    when(unwinding.find(anyString()))
        .thenReturn(new Bookings(false, false, false, false, false, false));
    when(transport.deliverReplacement(any(), anyString())).thenReturn(Optional.of("S-3"));
    when(replacements.order(any(), anyString())).thenReturn(true);
    when(replacements.refund(any(), anyString())).thenReturn(RefundResult.REFUNDED);
  }

  static FraudFacts nothingOdd() {
    return new FraudFacts(true, true, 0.0, 0, 2, 50.0);
  }

  void right(String channel, String exclusion, boolean inTime, boolean defective) {
    when(returns.check(anyString()))
        .thenReturn(new Checked(false, NOTICE, channel, exclusion, inTime, defective));
  }

  void refundOf(String amount) {
    Money zero = new Money(BigDecimal.ZERO, "SEK");
    when(grading.settle(anyString(), any(), anyInt()))
        .thenReturn(new RefundSum(new Money(new BigDecimal(amount), "SEK"), zero, zero, zero));
  }

  @Override
  protected final Class<? extends Recipient> recipientOf(String template) {
    if (template.startsWith("shipper.")) {
      return Recipient.ToPartner.class;
    }
    return INTERNAL.contains(template) ? Recipient.ToTeam.class : Recipient.ToCustomer.class;
  }
}
