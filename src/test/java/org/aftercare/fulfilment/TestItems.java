package org.aftercare.fulfilment;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.aftercare.cases.CaseItems;
import org.aftercare.cases.RefundDue;
import org.aftercare.cases.ServiceItem;
import org.aftercare.testing.FakeCompany;

/** The way from a case to its item, without a flow in between. */
final class TestItems {

  private TestItems() {}

  /** Every case is about the same refrigerator. */
  static CaseItems refrigerator() {
    CaseItems items = mock(CaseItems.class);
    when(items.of(anyString())).thenAnswer(call -> refrigerator(call.getArgument(0)));
    when(items.refundDue(anyString()))
        .thenReturn(
            new RefundDue(
                FakeCompany.ASTRID,
                FakeCompany.ORDER,
                List.of(FakeCompany.SERIAL),
                FakeCompany.money("8990.00"),
                FakeCompany.money("0.00")));
    return items;
  }

  private static ServiceItem refrigerator(String caseNumber) {
    return new ServiceItem(
        caseNumber,
        FakeCompany.ASTRID,
        "SE",
        FakeCompany.ORDER,
        "NK-RF-300-SE",
        "Nordkyl RF-300 refrigerator",
        "REFRIGERATOR",
        FakeCompany.SERIAL,
        FakeCompany.money("8990.00"),
        "nordkyl",
        "P-COMP-300");
  }
}
