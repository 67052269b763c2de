package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Sales;
import org.aftercare.systems.SystemUnavailableException;
import org.junit.jupiter.api.Test;

/** What the shares of returns do with an answer that breaks its promise. */
class ReturnStatisticsTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

  @Test
  void aPageOfSalesThatStandsStillIsNotReadForEver() {
    Orders orders = mock(Orders.class);
    when(orders.sales(any(), any(), anyInt())).thenReturn(new Sales(List.of(), true));
    ReturnStatistics statistics = new ReturnStatistics(mock(ReturnedUnits.class), orders);

    assertThatThrownBy(() -> statistics.byProduct(SUNDAY.minusDays(6), SUNDAY))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessageContaining("orders");
  }
}
