package org.aftercare.warranty;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.aftercare.cases.CaseItems;

/** The way from a case to its item, without the modules in between. */
final class TestItems {

  private final CaseItems caseItems = mock(CaseItems.class);

  TestItems(FakeDesk desk) {
    WarrantyItems items = new WarrantyItems(desk.claims);
    when(caseItems.of(anyString())).thenAnswer(call -> items.of(call.getArgument(0)));
  }

  CaseItems caseItems() {
    return caseItems;
  }
}
